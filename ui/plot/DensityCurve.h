// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/NormalMixture.h"
#include "ui/plot/Ticks.h"

#include <vector>

namespace hareloom::ui {

/// Density of variable `variable` of the mixture at `points` evenly spaced values over `range`. With many
/// components of one covariance (a kernel density) they are counted into fine bins first: the error is
/// below a thousandth of the peak, and the time does not grow with n * points.
std::vector<double> densityCurve(const NormalMixture& mixture, int variable, const AxisRange& range,
                                 int points);

/// A grid of densities of the first two variables, row by row from the top (largest y): (height, width).
/// Same treatment of many components.
std::vector<float> densityMap(const NormalMixture& mixture, const AxisRange& x, const AxisRange& y, int width,
                              int height);

} // namespace hareloom::ui
