// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/ProcessorLanguageModel.h"

#include "core/neural/LanguageForward.h"
#include "core/neural/LanguageTrainer.h"
#include "core/neural/LanguageWriter.h"
#include "core/neural/TrainingPrecision.h"

#include <algorithm>

namespace hareloom::neural {

ProcessorLanguageModel::ProcessorLanguageModel(const LanguageArchitecture& architecture,
                                               LanguageWeights weights)
    : m_layout(architecture), m_weights(std::move(weights))
{
}

Result<void> ProcessorLanguageModel::setWeights(LanguageWeights weights)
{
    if (!weights || std::ssize(*weights) != m_layout.size)
        return invalidData("weights: found " + std::to_string(weights ? weights->size() : 0) +
                           " numbers, allowed: " + std::to_string(m_layout.size));
    m_weights = std::move(weights);
    return {};
}

Result<void> ProcessorLanguageModel::checkIds(std::span<const TokenId> ids, const char* what) const
{
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i] < 0 || ids[i] >= m_layout.vocabulary)
            return invalidData(std::string(what) + ": found token id " + std::to_string(ids[i]) +
                               " in place " + std::to_string(i) + ", allowed: 0 to " +
                               std::to_string(m_layout.vocabulary - 1));
    return {};
}

Result<void> ProcessorLanguageModel::checkBlocks(const TokenBlocks& blocks, const char* what,
                                                 std::int64_t least) const
{
    const std::int64_t most = m_layout.architecture.positions;
    if (blocks.length < least || blocks.length > most)
        return invalidData(std::string(what) + ": found rows of " + std::to_string(blocks.length) +
                           " tokens, allowed: " + std::to_string(least) + " to " + std::to_string(most));
    if (blocks.count() * blocks.length != std::ssize(blocks.ids))
        return invalidData(std::string(what) + ": found " + std::to_string(blocks.ids.size()) +
                           " tokens, allowed: whole rows of " + std::to_string(blocks.length));
    return checkIds(blocks.ids, what);
}

Result<LanguageLogits> ProcessorLanguageModel::logits(const TokenBlocks& rows,
                                                      const std::vector<std::uint8_t>& isToken,
                                                      const LanguageWork& work) const
{
    if (auto ok = checkBlocks(rows, "ids", 1); !ok)
        return ok.error();
    if (!isToken.empty() && isToken.size() != rows.ids.size())
        return invalidData("mask: found " + std::to_string(isToken.size()) +
                           " numbers, allowed: one for each of " + std::to_string(rows.ids.size()) + " ids");
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
    if (auto ok = checkBlocks(blocks, "blocks", 2); !ok)
        return ok.error();
    return scoreBlocks(m_layout, m_weights->data(), blocks, work, onProgress);
}

Result<LanguageTrainingReport> ProcessorLanguageModel::train(const TokenBlocks& training,
                                                             const TokenBlocks& validation,
                                                             const LanguageTrainingPlan& plan,
                                                             const LanguageTrainingEvents& events,
                                                             const LanguageWork& work)
{
    if (auto ok = validate(plan); !ok)
        return ok.error();
    const auto precision = trainingPrecision(plan.precision);
    if (!precision)
        return precision.error();
    if (auto ok = checkBlocks(training, "training blocks", 2); !ok)
        return ok.error();
    if (training.count() == 0)
        return invalidData("training blocks: found none, allowed: at least one");
    if (validation.count() > 0)
        if (auto ok = checkBlocks(validation, "validation blocks", 2); !ok)
            return ok.error();
    if (events.resume && std::ssize(events.resume->weights) != m_layout.size)
        return invalidData("resume: found the state of another model");
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
    if (auto ok = validate(config); !ok)
        return ok.error();
    std::int64_t longest = 0;
    for (const auto& prompt : prompts) {
        if (prompt.empty())
            return invalidData("prompts: found an empty one, allowed: at least one token");
        if (auto ok = checkIds(prompt, "prompts"); !ok)
            return ok.error();
        longest = std::max(longest, std::ssize(prompt));
    }
    const std::int64_t most = m_layout.architecture.positions;
    if (longest + config.maxNewTokens > most)
        return invalidInput("maxNewTokens: found " + std::to_string(config.maxNewTokens) +
                            " after a prompt of " + std::to_string(longest) +
                            " tokens, allowed: " + std::to_string(most) + " tokens together");
    if (2 * config.beams > m_layout.vocabulary)
        return invalidInput("beams: found " + std::to_string(config.beams) +
                            ", allowed: at most half the vocabulary of " +
                            std::to_string(m_layout.vocabulary));
    return writeAfter(m_layout, m_weights->data(), prompts, config, seed, work, onProgress);
}

} // namespace hareloom::neural
