// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace hareloom {

/// A prediction for every generation: entry g belongs to generation g, and an expectation is one over
/// replicate chains.
///
/// Indices, in every header of this folder: sizes[g] is the number of rows that generation g is FITTED on.
/// Generation 0 is itself a fit, on sizes[0] real rows, so g + 1 fits lie behind generation g, and a curve
/// has as many entries as there are sizes. (The paper's mu_n is the fit on its n-th sample, its n is our g
/// + 1.)
using Curve = std::vector<double>;
using Sizes = std::span<const std::int64_t>;

/// Divisor of the fitted covariance: Unbiased M - 1, Biased M (maximum likelihood).
enum class Divisor { Unbiased, Biased };

} // namespace hareloom
