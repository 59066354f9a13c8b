// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Formula.h"
#include "core/family/Prediction.h"

#include <optional>

namespace hareloom {

/// The equation of each curve that predictGaussian(), predictKde() and predictMixture() give, in generation
/// g; value and exactness are the caller's to fill in. Where those have no curve, nothing is promised.
std::optional<Formula> gaussianFormula(const Loop& loop, const std::string& metric, int generation);
std::optional<Formula> kdeFormula(const Loop& loop, const std::string& metric, int generation);
std::optional<Formula> mixtureFormula(const Loop& loop, const std::string& metric, int generation);

} // namespace hareloom
