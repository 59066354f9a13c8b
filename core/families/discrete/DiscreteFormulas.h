// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Formula.h"
#include "core/family/Prediction.h"

#include <optional>

namespace hareloom {

/// The equation of each curve that predictDiscrete() gives, in generation g; value and exactness are the
/// caller's to fill in. Where that has no curve, nothing is promised.
std::optional<Formula> discreteFormula(const Loop& loop, const std::string& metric, int generation);

} // namespace hareloom
