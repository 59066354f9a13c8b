// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModel.h"
#include "core/neural/language/LanguageLayout.h"

namespace hareloom::neural {

/// LanguageModel::generate() on the processor, whose prompts and config are known to be valid.
Result<std::vector<GeneratedSequence>>
writeAfter(const LanguageLayout& layout, const float* weights,
           const std::vector<std::vector<TokenId>>& prompts, const GenerationConfig& config, Seed seed,
           const LanguageWork& work, const std::function<void(const GenerationProgress&)>& onProgress);

} // namespace hareloom::neural
