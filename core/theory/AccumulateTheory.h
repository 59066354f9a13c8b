// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/Curve.h"

namespace hareloom {

/// A normal whose every sample joins a pool with the real rows (pool "all"), fitted on the whole pool or on a
/// random part of it. newRows[g] is the number of rows n_g that join the pool for generation g: the real rows
/// at g = 0, then the sample of generation g - 1. The pool then has N_g = n_0 + ... + n_g rows.
struct AccumulateLoop
{
    double variance = 1; // sigma^2 of the real rows; the trace for d variables
    Sizes newRows;
    Divisor divisor = Divisor::Biased;
    std::int64_t fitRows = 0; // drawn from the pool without replacement; 0, or more than there are: all
    double lambda = 1;        // rows are drawn from N(mu_n, lambda Sigma_n)
};

/// E[sigma_g^2]. Exact; derived in docs/theory.md from the pool's unbiased variance S, of which the fit's is
/// an unbiased estimate (times c = 1 - 1/m when biased, m = rows fitted on). With D = 1/m - 1/N and N' = N +
/// n:
///   E[S'] = E[S] (N - 1 + n (lambda c + D) - (n lambda c + n^2 D) / N') / (N' - 1).
/// Fitted on everything, lambda = 1: sigma^2 prod_{i<=g} (1 - n_i / N_i^2) biased, for equal n the factors
/// 1 - 1/(n (i+1)^2) of arXiv 2410.16713; and sigma^2 prod_{1<=i<=g} (1 - n_i / (N_i (N_i - 1))) unbiased.
Curve expectedAccumulatedVariance(const AccumulateLoop& loop);

/// Var(mu_g), of the same loop. Exact: the pool's mean gains (n/N')^2 (lambda c / n + D) E[S] a generation,
/// and a fit on a part of it adds D E[S]. Fitted on everything, biased, lambda = 1, it and E[sigma_g^2] add
/// up to sigma^2 for ever: what the variance loses, the mean's wandering takes.
Curve varianceOfAccumulatedMean(const AccumulateLoop& loop);

/// The limit of E[sigma_g^2] for M rows a generation, fitted on everything, biased: sigma^2 sin(x)/x at x =
/// pi / sqrt(M), by Euler's product. arXiv 2410.16713. No chart shows it; tests/theory holds it against the
/// product, which is held against simulation.
double limitOfAccumulatedVariance(double variance, std::int64_t rowsAGeneration);

} // namespace hareloom
