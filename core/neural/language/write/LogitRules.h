// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageGeneration.h"

#include <span>
#include <vector>

namespace hareloom::neural {

/// What may not follow, or less: repetition penalty, no n-gram twice, no end before the least length; in this
/// order, as transformers applies them. `row` (vocabulary) holds logits or log probabilities; `text` is the
/// prompt and what was written so far.
void applyRules(const GenerationConfig& config, std::span<const TokenId> text, std::int64_t promptLength,
                TokenId eos, std::span<float> row);

/// The tokens that would end an n-gram which `text` holds already; n >= 1.
std::vector<TokenId> ngramEnds(std::int64_t n, std::span<const TokenId> text);

} // namespace hareloom::neural
