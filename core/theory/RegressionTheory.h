// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/Curve.h"

#include <optional>
#include <vector>

namespace hareloom {

/// Least squares on its own responses: arXiv 2404.01413 (Gerstgrasser et al. 2024). Inputs are normal, of any covariance,
/// and drawn anew for every generation; responses are linear in them, with normal noise. Errors are expectations of the
/// squared distance to the true response without its noise, in squared units of the response.
struct RegressionLoop
{
    double noiseVariance = 1; // sigma^2 of the real responses
    int inputs = 1;           // d
    bool hasIntercept = false; // without one, inputs have the mean 0
    std::vector<std::int64_t> sizes = {}; // rows of each fit; of a pool that grows, the rows that join it
    double lambda = 1;               // generated noise has this times its variance
    /// The variance of generated noise, where it is a number; else each model's own residual variance (with divisor rows
    /// less coefficients).
    std::optional<double> ownNoiseVariance = std::nullopt;
};

/// E x (X'X)^-1 x' for a new row x and T rows X: d/(T - d - 1); with an intercept 1/T + d (1 + 1/T)/(T - d - 2). Exact. NaN
/// where it is not finite.
double expectedLeverage(const RegressionLoop& loop, double rows);

/// Each generation learns from responses of the one before: sum over fits i of sigma_i^2 leverage(T_i), with sigma_0 the
/// real noise. For equal T and noise sigma^2 d/(T - d - 1) times the number of fits (their theorem 1). Exact.
Curve expectedTestError(const RegressionLoop& loop);

/// Each learns from all rows so far, and ownNoiseVariance is there: sum over fits i of sigma_i^2 (T_i/N_i) leverage(N_i), N_i
/// the rows of the pool. Exact (our derivation; docs/theory.md); for equal T without an intercept it is sigma^2 d sum
/// 1/(i (i T - d - 1)), below the next one.
Curve expectedAccumulatedTestError(const RegressionLoop& loop);
/// Of equal sizes and noise sigma^2: sigma^2 leverage(T) pi^2/6, whatever the number of fits (their theorem 2). A bound.
double accumulatedTestErrorBound(const RegressionLoop& loop);

/// Of a chain that replaces and whose noise is fitted lambda^g sigma^2; where it is a number, lambda times that after
/// generation 0. Exact.
Curve expectedResidualVariance(const RegressionLoop& loop);

} // namespace hareloom
