// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageGeneration.h"

#include <ATen/ATen.h>

namespace hareloom::neural {

/// applyRules() on many rows on a device: `rows` (n, stride) fp32, and the text that each row follows, prompt
/// included.
void applyRulesOn(const GenerationConfig& config, const std::vector<const std::vector<TokenId>*>& texts,
                  std::int64_t promptLength, TokenId eos, at::Tensor& rows);

} // namespace hareloom::neural
