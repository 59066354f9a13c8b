// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/ProcessorLanguageModel.h"

#include "core/neural/language/LanguageChecks.h"
#include "core/neural/language/LanguageForward.h"
#include "core/neural/language/train/LanguageTrainer.h"
#include "core/neural/language/train/TrainingPrecision.h"
#include "core/neural/language/write/LanguageWriter.h"

namespace hareloom::neural {

ProcessorLanguageModel::ProcessorLanguageModel(const LanguageArchitecture& architecture,
                                               LanguageWeights weights)
    : m_layout(architecture), m_weights(std::move(weights))
{
}

Result<void> ProcessorLanguageModel::setWeights(LanguageWeights weights)
{
    if (auto ok = checkWeights(weights, m_layout.size); !ok)
        return ok;
    m_weights = std::move(weights);
    return {};
}

Result<LanguageLogits> ProcessorLanguageModel::logits(const TokenBlocks& rows,
                                                      const std::vector<std::uint8_t>& isToken,
                                                      const LanguageWork& work) const
{
    if (auto ok = checkLogits(m_layout.architecture, rows, isToken); !ok)
        return ok.error();
    LanguageLogits all{rows.count(), rows.length, m_layout.vocabulary, {}};
    const std::int64_t perRow = rows.length * m_layout.vocabulary;
    all.values.resize(static_cast<std::size_t>(rows.count() * perRow));
    ShardTeam team(work.threads);
    const ForwardWeights forward(m_layout, m_weights->data());
    team.run(rows.count(), [&](std::int64_t r) {
        if (!work.stop.proceed())
            return;
        const std::int64_t at = r * rows.length;
        const Floats hidden = hiddenStates(
            forward, {1, rows.length, rows.ids.data() + at, isToken.empty() ? nullptr : isToken.data() + at},
            work.stop);
        forward.head(rows.length, hidden.data(), all.values.data() + r * perRow, m_layout.vocabulary);
    });
    if (work.stop.stopRequested())
        return stopped();
    return all;
}

Result<std::vector<double>> ProcessorLanguageModel::score(const TokenBlocks& blocks, const LanguageWork& work,
                                                          const std::function<void(double)>& onProgress) const
{
    if (auto ok = checkBlocks(m_layout.architecture, blocks, "blocks", 2); !ok)
        return ok.error();
    return scoreBlocks(m_layout, m_weights->data(), blocks, work, onProgress);
}

Result<LanguageTrainingReport> ProcessorLanguageModel::train(const TokenBlocks& training,
                                                             const TokenBlocks& validation,
                                                             const LanguageTrainingPlan& plan,
                                                             const LanguageTrainingEvents& events,
                                                             const LanguageWork& work)
{
    if (auto ok = checkTraining(m_layout.architecture, training, validation, plan, events); !ok)
        return ok.error();
    const auto precision = trainingPrecision(plan.precision);
    if (!precision)
        return precision.error();
    auto trained = trainLanguage(m_layout, m_weights, training, validation, plan, *precision, events, work);
    if (!trained)
        return trained.error();
    m_weights = std::move(trained->weights);
    return trained->report;
}

Result<std::vector<GeneratedSequence>>
ProcessorLanguageModel::generate(const std::vector<std::vector<TokenId>>& prompts,
                                 const GenerationConfig& config, Seed seed, const LanguageWork& work,
                                 const std::function<void(const GenerationProgress&)>& onProgress) const
{
    if (auto ok = checkGeneration(m_layout.architecture, prompts, config); !ok)
        return ok.error();
    return writeAfter(m_layout, m_weights->data(), prompts, config, seed, work, onProgress);
}

} // namespace hareloom::neural
