// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Formula.h"
#include "core/family/Prediction.h"

#include <optional>
#include <string>

namespace hareloom {

/// The equation of each curve that predictRegression() gives, in generation g; value and exactness are the
/// caller's to fill in. Where there is no curve, nothing is promised.
std::optional<Formula> regressionFormula(const Loop& loop, const std::string& metric, int generation);

} // namespace hareloom
