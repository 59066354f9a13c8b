// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ModelConfig.h"
#include "core/families/language/LanguageModel.h"
#include "core/family/Generator.h"

namespace hareloom {

/// How the family trains with these settings; the seed is the fit's to set.
LanguageTrainingPlan trainingPlanOf(const ModelConfig& config);

/// How its models write, at most `tokens` new tokens.
GenerationConfig writingPlanOf(const ModelConfig& config, std::int64_t tokens);

/// What work on a model may use of a fit's context.
LanguageWork workOf(const FitContext& context, const ModelConfig& config);

/// What one token costs, in forward passes: training goes forward once and back twice; writing, about.
inline constexpr double kTrainingCost = 3;
double writingCost(const ModelConfig& config);

} // namespace hareloom
