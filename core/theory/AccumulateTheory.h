// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/Curve.h"

namespace hareloom {

/// A normal fitted on everything there is: the real rows and every generation's sample (pool "all").
/// newRows[g] is the number of rows that join the pool for generation g: the real rows at g = 0, then the
/// sample of generation g - 1. N_g = newRows[0] + ... + newRows[g] rows are fitted on.
struct AccumulateLoop
{
    double variance = 1; // sigma^2 of the real rows; the trace for d variables
    Sizes newRows;
    Divisor divisor = Divisor::Biased;
};

/// E[sigma_g^2] = sigma^2 prod_{i<=g} (1 - M_i / N_i^2) biased; sigma^2 prod_{i=1..g} (1 - M_i / (N_i (N_i -
/// 1))) unbiased. Exact. For equal M, biased, the factors are 1 - 1/(M (i+1)^2): arXiv 2410.16713.
Curve expectedAccumulatedVariance(const AccumulateLoop& loop);

/// Var(mu_g) = sum_{i<=g} (M_i / N_i^2) v_i with v_0 = sigma^2, v_i = E[sigma_{i-1}^2]. Exact. Biased, it and
/// E[sigma_g^2] add up to sigma^2 at every generation: what the variance loses, the mean's wandering takes.
Curve varianceOfAccumulatedMean(const AccumulateLoop& loop);

/// The limit of E[sigma_g^2] for M rows a generation, biased: sigma^2 sin(x)/x at x = pi / sqrt(M), by
/// Euler's product. arXiv 2410.16713.
double limitOfAccumulatedVariance(double variance, std::int64_t rowsAGeneration);

} // namespace hareloom
