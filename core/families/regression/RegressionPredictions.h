// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"
#include "core/theory/RegressionTheory.h"

#include <optional>
#include <string>

namespace hareloom {

/// What theory says of least squares on normal inputs that learns from its own responses
/// (theory/RegressionTheory.h): the test error, and the residual variance of a chain whose noise is fitted.
/// Exact; nothing of ridge and random features.
std::optional<Prediction> predictRegression(const Loop& loop, const std::string& metric);

/// What those curves are computed from. Nothing where the loop is not one of least squares on normal inputs.
std::optional<RegressionLoop> regressionLoop(const Loop& loop);

} // namespace hareloom
