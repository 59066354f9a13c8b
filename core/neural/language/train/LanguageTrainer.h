// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModel.h"
#include "core/neural/kernels/Precision.h"
#include "core/neural/language/LanguageLayout.h"

namespace hareloom::neural {

struct TrainedLanguage
{
    LanguageWeights weights;
    LanguageTrainingReport report;
};

/// LanguageModel::train() on the processor, whose blocks and plan are known to be valid. `precision`: of its
/// products, in place of the plan's; everything else is in 32 bits.
Result<TrainedLanguage> trainLanguage(const LanguageLayout& layout, const LanguageWeights& start,
                                      const TokenBlocks& training, const TokenBlocks& validation,
                                      const LanguageTrainingPlan& plan, Precision precision,
                                      const LanguageTrainingEvents& events, const LanguageWork& work);

/// Bytes that such a training holds at once, its result included.
std::int64_t trainingMemory(const LanguageLayout& layout, const LanguageTrainingPlan& plan,
                            std::int64_t length, bool validates);

/// Of each block, the mean negative log probability: LanguageModel::score().
Result<std::vector<double>> scoreBlocks(const LanguageLayout& layout, const float* weights,
                                        const TokenBlocks& blocks, const LanguageWork& work,
                                        const std::function<void(double)>& onProgress);

} // namespace hareloom::neural
