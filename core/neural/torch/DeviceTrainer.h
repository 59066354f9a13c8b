// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/NetworkNeeds.h"
#include "core/neural/language/train/LanguageTrainer.h"
#include "core/neural/torch/DeviceWeights.h"

namespace hareloom::neural {

/// LanguageModel::train() on a device, whose blocks and plan are known to be valid. `products`: at::kFloat or
/// at::kBFloat16. Needs an OnDevice. Losses are read every few steps, so that the device need not wait: what
/// is told of a step comes that much later.
Result<TrainedLanguage> trainOn(const at::Device& device, at::ScalarType products,
                                const LanguageLayout& layout, const LanguageWeights& start,
                                const TokenBlocks& training, const TokenBlocks& validation,
                                const LanguageTrainingPlan& plan, const LanguageTrainingEvents& events,
                                const LanguageWork& work);

/// LanguageModel::score() on a device.
Result<std::vector<double>> scoreOn(const DeviceWeights& weights, const TokenBlocks& blocks,
                                    const StopToken& stop, const std::function<void(double)>& onProgress);

/// What trainOn() holds of the device's memory and of the machine's.
NetworkMemory memoryOn(const at::Device& device, at::ScalarType products,
                       const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan,
                       std::int64_t length);

} // namespace hareloom::neural
