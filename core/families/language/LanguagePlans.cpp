// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguagePlans.h"

namespace hareloom {

LanguageTrainingPlan trainingPlanOf(const ModelConfig& config)
{
    LanguageTrainingPlan plan;
    plan.epochs = config.epochs;
    plan.batch = config.batch;
    plan.learningRate = config.learningRate;
    plan.weightDecay = config.weightDecay;
    plan.clipNorm = config.clip;
    plan.schedule = config.rate;
    plan.warmupSteps = config.warmup;
    plan.dropout = config.dropout;
    plan.keepsBest = config.keepBest;
    plan.precision = config.precision;
    return plan;
}

GenerationConfig writingPlanOf(const ModelConfig& config, std::int64_t tokens)
{
    GenerationConfig plan;
    plan.maxNewTokens = tokens;
    plan.beams = config.writing == "beams" ? config.beams : 1;
    plan.lengthPenalty = config.lengthPenalty;
    plan.repetitionPenalty = config.repetitionPenalty;
    plan.noRepeatNgram = config.noRepeatNgram;
    plan.isSampled = config.writing == "sampled";
    plan.temperature = config.temperature;
    plan.topK = config.topK;
    plan.topP = config.topP;
    plan.typicalP = config.typicalP;
    return plan;
}

LanguageWork workOf(const FitContext& context, const ModelConfig& config)
{
    return {context.stop, context.threads, config.precision};
}

double writingCost(const ModelConfig& config)
{
    constexpr double kOfABeam = 1.5; // more than a token of a whole block, as its products are small
    return kOfABeam * static_cast<double>(config.writing == "beams" ? config.beams : 1);
}

} // namespace hareloom
