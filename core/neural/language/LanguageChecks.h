// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/TokenBlocks.h"
#include "core/families/language/LanguageModel.h"

namespace hareloom::neural {

// What LanguageModel refuses, on whatever device it computes.

Result<void> checkWeights(const LanguageWeights& weights, std::int64_t size);
/// `what` names the rows in the message; they have at least `least` tokens.
Result<void> checkBlocks(const LanguageArchitecture& architecture, const TokenBlocks& blocks,
                         const char* what, std::int64_t least);
Result<void> checkLogits(const LanguageArchitecture& architecture, const TokenBlocks& rows,
                         const std::vector<std::uint8_t>& isToken);
Result<void> checkTraining(const LanguageArchitecture& architecture, const TokenBlocks& training,
                           const TokenBlocks& validation, const LanguageTrainingPlan& plan,
                           const LanguageTrainingEvents& events);
Result<void> checkGeneration(const LanguageArchitecture& architecture,
                             const std::vector<std::vector<TokenId>>& prompts,
                             const GenerationConfig& config);

} // namespace hareloom::neural
