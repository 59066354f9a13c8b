// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Formula.h"

#include <optional>
#include <string>

namespace hareloom {

/// The equation of the curve that predict() draws, with the numbers of generation g in it; its value is the
/// curve's. Nothing where there is no curve in that generation, or the family does not say what stands behind
/// it. As slow as predict().
std::optional<Formula> formulaAt(const Experiment& variant, const std::string& metric, int generation);

} // namespace hareloom
