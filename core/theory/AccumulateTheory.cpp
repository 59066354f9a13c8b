// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/AccumulateTheory.h"

#include "core/theory/SpecialFunctions.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace hareloom {

namespace {

/// One generation's pool and its fit, relative to the pool's unbiased variance S.
struct Pool
{
    double rows = 0;         // N
    double variance = 0;     // E[S]
    double meanVariance = 0; // Var of the pool's mean
    double fitted = 1;       // c: E[fitted variance] = c E[S]
    double meanExcess = 0;   // D: Var(fitted mean) = meanVariance + D E[S]
};

/// Settles how `pool` is fitted.
void fit(const AccumulateLoop& loop, Pool& pool)
{
    const auto asked = static_cast<double>(loop.fitRows);
    const double rows = asked > 0 && asked < pool.rows ? asked : pool.rows;
    pool.fitted = loop.divisor == Divisor::Biased ? 1 - 1 / rows : 1.0;
    pool.meanExcess = 1 / rows - 1 / pool.rows;
    if (loop.divisor == Divisor::Unbiased && rows < 2)
        pool.fitted = std::numeric_limits<double>::quiet_NaN();
}

/// The pool after n rows of the present fit have joined it.
Pool join(const AccumulateLoop& loop, const Pool& pool, double n)
{
    const double ofRows = loop.lambda * pool.fitted;
    Pool next;
    next.rows = pool.rows + n;
    const double scatter =
        pool.rows - 1 + n * (ofRows + pool.meanExcess) - (n * ofRows + n * n * pool.meanExcess) / next.rows;
    next.variance = pool.variance * scatter / (next.rows - 1);
    const double share = n / next.rows;
    next.meanVariance = pool.meanVariance + share * share * (ofRows / n + pool.meanExcess) * pool.variance;
    fit(loop, next);
    return next;
}

std::vector<Pool> poolsOf(const AccumulateLoop& loop)
{
    std::vector<Pool> pools;
    for (const auto count : loop.newRows) {
        const auto n = static_cast<double>(count);
        if (!pools.empty()) {
            pools.push_back(join(loop, pools.back(), n));
            continue;
        }
        Pool real{.rows = n, .variance = loop.variance, .meanVariance = loop.variance / n};
        fit(loop, real);
        pools.push_back(real);
    }
    return pools;
}

} // namespace

Curve expectedAccumulatedVariance(const AccumulateLoop& loop)
{
    Curve curve;
    for (const Pool& pool : poolsOf(loop))
        curve.push_back(pool.fitted * pool.variance);
    return curve;
}

Curve varianceOfAccumulatedMean(const AccumulateLoop& loop)
{
    Curve curve;
    for (const Pool& pool : poolsOf(loop))
        curve.push_back(pool.meanVariance + pool.meanExcess * pool.variance);
    return curve;
}

double limitOfAccumulatedVariance(double variance, std::int64_t rowsAGeneration)
{
    return variance * sinc(std::numbers::pi / std::sqrt(static_cast<double>(rowsAGeneration)));
}

} // namespace hareloom
