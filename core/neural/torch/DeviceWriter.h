// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModel.h"
#include "core/neural/torch/DeviceWeights.h"

namespace hareloom::neural {

/// LanguageModel::generate() on a device, whose prompts and config are known to be valid. A beam search's
/// bookkeeping is BeamSearch's; of all logits, only the best come back from the device. Other ways of writing
/// get all of them. In fp32, each prompt's text is the processor's as far as sums in another order allow.
/// Needs an OnDevice.
Result<std::vector<GeneratedSequence>>
writeOn(const DeviceWeights& weights, const std::vector<std::vector<TokenId>>& prompts,
        const GenerationConfig& config, Seed seed, const LanguageWork& work,
        const std::function<void(const GenerationProgress&)>& onProgress);

} // namespace hareloom::neural
