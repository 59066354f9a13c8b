// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/text/TextSet.h"

#include <vector>

namespace hareloom {

/// The chosen prompts (evaluation.prompts) as tokens: of each its first block, at most. A prompt that begins
/// with @ is the training text from that phrase to the end of its paragraph. Errors: InvalidInput naming the
/// setting (a phrase that stands nowhere, a prompt without a token).
Result<std::vector<std::vector<TokenId>>> promptTokens(const Experiment& experiment, const TextSet& text);

/// How many tokens answer a prompt, where the model has no reason to stop earlier: more than a block, so that
/// one can read.
inline constexpr std::int64_t kAnswerTokens = 96;

} // namespace hareloom
