// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"

namespace hareloom::ui {

/// Of a generation whose stage is drawn: stages are made for mixtures only.
const NormalMixture& mixtureOf(const GenerationPtr& generation);

struct Spread
{
    double low = 0, high = 1; // the 1% and the 99% point of one variable
};

/// low < high also for a mixture without any spread.
Spread spreadOf(const NormalMixture& mixture, int variable);

/// Between two single normals: means, and standard deviations along the covariance's entries, in even steps.
NormalMixture between(const NormalMixture& from, const NormalMixture& to, double t);

/// The density of one variable at x, and of the first two at (x, y). A component without any spread counts as
/// infinite where it is and as nothing elsewhere.
double densityAt(const NormalMixture& mixture, int variable, double x);
double densityAt(const NormalMixture& mixture, double x, double y);

} // namespace hareloom::ui
