// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/LanguageChecks.h"

#include "core/base/Refusal.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

Result<void> checkIds(const LanguageArchitecture& architecture, std::span<const TokenId> ids,
                      const char* what)
{
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i] < 0 || ids[i] >= architecture.vocabulary)
            return invalidData(std::string(what) + ": the token id in place " + std::to_string(i) + " is " +
                               std::to_string(ids[i]) + ". It must " +
                               lieBetween(0, static_cast<double>(architecture.vocabulary - 1)) + ".");
    return {};
}

} // namespace

Result<void> checkWeights(const LanguageWeights& weights, std::int64_t size)
{
    if (!weights || std::ssize(*weights) != size)
        return invalidData("weights: there are " + std::to_string(weights ? weights->size() : 0) +
                           " numbers, and the architecture has " + std::to_string(size) + ".");
    return {};
}

Result<void> checkBlocks(const LanguageArchitecture& architecture, const TokenBlocks& blocks,
                         const char* what, std::int64_t least)
{
    const std::int64_t most = architecture.positions;
    if (blocks.length < least || blocks.length > most)
        return invalidData(std::string(what) + ": the rows have " + std::to_string(blocks.length) +
                           " tokens. Their number must " +
                           lieBetween(static_cast<double>(least), static_cast<double>(most)) + ".");
    if (blocks.count() * blocks.length != std::ssize(blocks.ids))
        return invalidData(std::string(what) + ": " + std::to_string(blocks.ids.size()) +
                           " tokens are no whole rows of " + std::to_string(blocks.length) + ".");
    return checkIds(architecture, blocks.ids, what);
}

Result<void> checkLogits(const LanguageArchitecture& architecture, const TokenBlocks& rows,
                         const std::vector<std::uint8_t>& isToken)
{
    if (auto ok = checkBlocks(architecture, rows, "ids", 1); !ok)
        return ok;
    if (!isToken.empty() && isToken.size() != rows.ids.size())
        return invalidData("mask: there are " + std::to_string(isToken.size()) + " numbers for " +
                           std::to_string(rows.ids.size()) + " ids. Give one for each.");
    return {};
}

Result<void> checkTraining(const LanguageArchitecture& architecture, const TokenBlocks& training,
                           const TokenBlocks& validation, const LanguageTrainingPlan& plan,
                           const LanguageTrainingEvents& events)
{
    if (auto ok = validate(plan); !ok)
        return ok;
    if (auto ok = checkBlocks(architecture, training, "training blocks", 2); !ok)
        return ok;
    if (training.count() == 0)
        return invalidData("training blocks: there are none. Give one or more.");
    if (validation.count() > 0)
        if (auto ok = checkBlocks(architecture, validation, "validation blocks", 2); !ok)
            return ok;
    if (events.resume && std::ssize(events.resume->weights) != parameterCount(architecture))
        return invalidData("resume: found the state of another model");
    return {};
}

Result<void> checkGeneration(const LanguageArchitecture& architecture,
                             const std::vector<std::vector<TokenId>>& prompts, const GenerationConfig& config)
{
    if (auto ok = validate(config); !ok)
        return ok;
    std::int64_t longest = 0;
    for (const auto& prompt : prompts) {
        if (prompt.empty())
            return invalidData("prompts: one is empty. Each must have a token or more.");
        if (auto ok = checkIds(architecture, prompt, "prompts"); !ok)
            return ok;
        longest = std::max(longest, std::ssize(prompt));
    }
    if (longest + config.maxNewTokens > architecture.positions)
        return invalidInput(mustBe("maxNewTokens", std::to_string(config.maxNewTokens),
                                   "be at most " + std::to_string(architecture.positions - longest) +
                                       " after a prompt of " + std::to_string(longest) +
                                       " tokens, because the model handles " +
                                       std::to_string(architecture.positions) + " together"));
    if (2 * config.beams > architecture.vocabulary)
        return invalidInput(
            mustBe("beams", std::to_string(config.beams),
                   "be at most half the vocabulary of " + std::to_string(architecture.vocabulary)));
    return {};
}

} // namespace hareloom::neural
