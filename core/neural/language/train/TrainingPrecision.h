// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/neural/kernels/Precision.h"

namespace hareloom::neural {

/// The precision in which this processor computes a LanguageTrainingPlan's products. For Auto a probe of some
/// milliseconds, once in a program's life, decides: Bf16 where its products are faster by a quarter or more.
/// Errors: Unsupported (Bf16 where the processor has no such products).
Result<Precision> trainingPrecision(NumberFormat wanted);

} // namespace hareloom::neural
