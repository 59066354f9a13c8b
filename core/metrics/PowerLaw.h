// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace hareloom {

/// The exponent alpha of p(x) = x^-alpha / zeta(alpha), x = 1, 2, ..., by maximum likelihood: Clauset, Shalizi and Newman
/// 2009 (arXiv 0706.1062), equation 3.5 with x_min = 1. Of how often words stand in a text; Zipf's law (frequency as
/// 1 / rank^s) has alpha = 1 + 1 / s. In (1, 20]; it falls as rare words go. Counts are at least 1. NaN without counts, and
/// where all are 1, so that no exponent is too large.
double powerLawExponent(std::span<const std::int64_t> counts);

/// Riemann's zeta function for s > 1, to 1e-12 of itself: 20 terms and Euler and Maclaurin's rest.
double riemannZeta(double s);

} // namespace hareloom
