// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/Curve.h"

namespace hareloom {

/// Families whose fitted total variance is the biased sample variance of their rows plus something: a kernel
/// density (rows plus kernel), and a mixture of normals, because one M-step already reproduces the rows' mean
/// and total (biased) variance. Pure replacement. "Variance" is that of the fitted model, the trace of its
/// covariance for d variables.
///
/// What no chart of the product shows is here all the same: tests/theory holds it against simulation, or
/// against a law that is exact.

/// E[v_g] = (1 - 1/M_g) E[v_{g-1}] + a, with v_{-1} = sigma^2 of the real rows and a = `added`. Exact.
///   kde, fixed bandwidth h: a = d h^2. (Borji, arXiv 2410.12954, shows the widening.)
///   mixture by EM, every covariance type: a = 0. Where a floor under every variance is at work, the truth lies
///   between a = 0 and a = d * floor. With a regularisation e that every M-step adds: a = d e, exact.
/// For a constant M it tends to M a: a kernel of fixed width ends sqrt(M) times as wide as the kernel.
Curve expectedResampledVariance(double variance, Sizes sizes, double added);

/// The limit of the above for a constant M: M a.
double limitOfResampledVariance(std::int64_t rows, double added);

/// Var(mu_g) = sum_{i<=g} E[v_{i-1}] / M_i for the same loop. Exact: both families keep their rows' mean.
Curve varianceOfResampledMean(double variance, Sizes sizes, double added);

/// E[v_g] of a kernel density whose kernel covariance is c_i^2 times the unbiased covariance of its M_i rows:
/// v_g / v_{g-1} = 1 - 1/M_g + c_g^2. Exact. With Scott's or Silverman's rule it grows geometrically.
/// `factors` holds c of each generation and has the size of `sizes`.
Curve expectedKdeVarianceByRule(double variance, Sizes sizes, std::span<const double> factors);

/// c = M^(-1/(d+4)); Scott 1992.
double scottFactor(std::int64_t rows, int dimension);

/// c = (M (d + 2) / 4)^(-1/(d+4)); Silverman 1986.
double silvermanFactor(std::int64_t rows, int dimension);

} // namespace hareloom
