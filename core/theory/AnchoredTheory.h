// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/Curve.h"

namespace hareloom {

/// What one generation is fitted on.
struct RowCounts
{
    std::int64_t real = 0;      // drawn without replacement from the original rows
    std::int64_t fresh = 0;     // newly drawn from the true source
    std::int64_t synthetic = 0; // from the latest model
};

/// A normal that keeps some real rows in its diet (the policy's realShare and freshShare).
struct AnchoredLoop
{
    double variance = 1;           // sigma^2 of the source; the trace for d variables
    std::int64_t originalRows = 2; // M_0: generation 0 is fitted on all of them
    Divisor divisor = Divisor::Unbiased;
    double lambda = 1; // synthetic rows come from N(mu_n, lambda Sigma_n)
    double realWeight =
        0; // share of the fit's weight that real and fresh rows have together; 0: as many as they are
};

/// Expectations over chains, entry 0 belonging to generation 0.
struct AnchoredMoments
{
    Curve variance;       // E[sigma_g^2]
    Curve varianceOfMean; // Var(mu_g), mu_g around the source's mean
};

/// `counts[g]` is what generation g + 1 is fitted on. Exact for every row count, derived from the law of
/// total variance (our derivation; docs/theory.md). With N = r + f + s rows, v = E sigma_g^2, A = Var(mu_g),
/// C = Cov(mu_g, mu_0):
///   A' = ((r + f) sigma^2 + s lambda v) / N^2 + (s/N)^2 A + 2 r s C / N^2
///   v' = ((r + f) sigma^2 + s (lambda v + A) - N A') / divisor
///   C' = (r sigma^2 / M_0 + s C) / N
/// With a weight w of the r + f = n real rows, each of them counts h = w / n and each synthetic row (1 - w) /
/// s:
///   A' = (w^2 / n) sigma^2 + ((1 - w)^2 / s) lambda v + (1 - w)^2 A + 2 h r (1 - w) C
///   v' = (w sigma^2 + (1 - w) (lambda v + A) - A') / D, D = 1 biased, 1 - w^2 / n - (1 - w)^2 / s unbiased
///   C' = h r sigma^2 / M_0 + (1 - w) C
AnchoredMoments anchoredMoments(const AnchoredLoop& loop, std::span<const RowCounts> counts);

/// Var(sigma_g^2)/sigma^4 of one variable, to first order in the rows' numbers and for lambda = 1: our
/// derivation (docs/theory.md). A row's square around the mean has the variance 2 sigma^4, so that it is
/// carried from fit to fit as the mean is, with 2 for the variance of every row: u_0 = c_0 = 2/M_0 and,
/// unweighted,
///   u' = (2/N) + (s/N)^2 u + 2 r s c / N^2,   c' = (2 r / M_0 + s c) / N
/// With a weight w, h = w/n as above:
///   u' = 2 (w^2/n + (1 - w)^2/s) + (1 - w)^2 u + 2 h r (1 - w) c,   c' = 2 h r / M_0 + (1 - w) c
/// NaN for another lambda, with which the variance leaves sigma^2.
Curve relativeVarianceOfVariance(const AnchoredLoop& loop, std::span<const RowCounts> counts);

/// E[(mu - mu_g)^2 + (sigma - sigma_g)^2] of one variable, to first order: Var(mu_g) + sigma^2 u_g / 4.
Curve anchoredRisk(const AnchoredLoop& loop, std::span<const RowCounts> counts);

/// Where a loop with the same counts for ever settles. No chart shows it; tests/theory holds it against the
/// recursion, which is held against simulation.
struct SteadyState
{
    double variance = 0;
    double varianceOfMean = 0;
};

/// The fixed point of the recursion. Exact. NaN when there is none that is finite and positive (no real or
/// fresh rows, or a lambda that outgrows them).
SteadyState anchoredSteadyState(const AnchoredLoop& loop, const RowCounts& counts);

} // namespace hareloom
