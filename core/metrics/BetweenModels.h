// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

#include <span>

namespace hareloom {

/// (1/m) sum |c_i - c|^2 of the m models' centres, c their mean: of numbers the models' means, of states
/// their probabilities, for which it is D_ST of Nei 1973 (doi:10.1073/pnas.70.12.3321). With divisor m, so
/// that it and the mean of the models' own variances are the variance of the rows of all models together. All
/// centres have one size; one or more.
double betweenVariance(std::span<const Vector> centres);

} // namespace hareloom
