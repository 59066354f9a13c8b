// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguagePlans.h"

namespace hareloom {

LanguageTrainingPlan LanguagePlans::trainingPlan() const
{
    LanguageTrainingPlan plan;
    plan.epochs = training.epochs;
    plan.batch = training.batch;
    plan.learningRate = training.learningRate;
    plan.weightDecay = training.weightDecay;
    plan.clipNorm = settings.clip;
    plan.schedule = settings.rate;
    plan.warmupSteps = settings.warmup;
    plan.dropout = settings.dropout;
    plan.keepsBest = settings.keepBest;
    plan.precision = training.precision;
    return plan;
}

GenerationConfig LanguagePlans::writingPlan(std::int64_t tokens) const
{
    GenerationConfig plan;
    plan.maxNewTokens = tokens;
    plan.beams = settings.writing == Writing::Beams ? settings.beams : 1;
    plan.lengthPenalty = settings.lengthPenalty;
    plan.repetitionPenalty = settings.repetitionPenalty;
    plan.noRepeatNgram = settings.noRepeatNgram;
    plan.isSampled = settings.writing == Writing::Sampled;
    plan.temperature = sampling.temperature;
    plan.topK = sampling.topK;
    plan.topP = sampling.topP;
    plan.typicalP = settings.typicalP;
    return plan;
}

LanguageWork LanguagePlans::work(const FitContext& context) const
{
    return {context.stop, context.threads, training.precision};
}

double LanguagePlans::writingCost() const
{
    constexpr double kOfABeam = 1.5; // more than a token of a whole block, as its products are small
    return kOfABeam * static_cast<double>(settings.writing == Writing::Beams ? settings.beams : 1);
}

} // namespace hareloom
