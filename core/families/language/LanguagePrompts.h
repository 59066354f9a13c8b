// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/families/language/LanguageArchitecture.h"
#include "core/families/language/LanguageTokens.h"
#include "core/text/TextSet.h"

#include <vector>

namespace hareloom {

/// The chosen prompts (evaluation.prompts) as tokens: of each its first block, at most. A prompt that begins
/// with @ is the training text from that phrase to the end of its paragraph. Errors: InvalidInput naming the
/// setting (a phrase that stands nowhere, a prompt without a token).
Result<std::vector<std::vector<TokenId>>> promptTokens(const Experiment& experiment, const TextSet& text);

/// How many tokens answer such prompts: 96, so that one can read, or as many as the model has positions for.
std::int64_t answerTokens(const LanguageArchitecture& model,
                          const std::vector<std::vector<TokenId>>& prompts);

} // namespace hareloom
