// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/neural/kernels/Precision.h"

#include <string>

namespace hareloom::neural {

/// What LanguageTrainingPlan::precision means on this processor. "auto" is bfloat16 where a probe of some
/// milliseconds, once in a program's life, finds its products faster by a quarter or more. Errors:
/// Unsupported
/// ("bf16" where it cannot be multiplied).
Result<Precision> trainingPrecision(const std::string& wanted);

} // namespace hareloom::neural
