// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Categorical.h"
#include "core/family/Formula.h"
#include "core/theory/Curve.h"

namespace hareloom {

/// Of states that are drawn from their frequencies again and again, whatever a family calls them: states,
/// tokens. `sizes`: rows of each fit.
Formula driftHeterozygosityFormula(const Categorical& truth, Sizes sizes, int generation);
/// The chance that a state is lost has no closed form; the formula says what is summed, over how much.
Formula driftSurvivorsFormula(const Categorical& truth, Sizes sizes, int generation);

/// What all of these assume.
inline constexpr std::string_view kDriftAssumes =
    "Every row is drawn independently from the frequencies of the rows before it, and no row comes from "
    "anywhere else. "
    "Expectations are over chains; a single chain may be far from them.";

} // namespace hareloom
