// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Formula.h"
#include "core/family/Prediction.h"

#include <optional>
#include <string>

namespace hareloom {

/// The equation of each curve that predictCurated() gives, in generation g; value and exactness are the
/// caller's to fill in. How often a row is kept has no closed form for K candidates; the formula says what is
/// summed. Nothing where there is no curve.
std::optional<Formula> curatedFormula(const Loop& loop, const std::string& metric, int generation);

} // namespace hareloom
