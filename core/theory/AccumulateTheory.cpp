// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/AccumulateTheory.h"

#include "core/theory/SpecialFunctions.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace hareloom {

namespace {

double factorOf(const AccumulateLoop& loop, std::size_t generation, double added, double pooled)
{
    if (loop.divisor == Divisor::Biased)
        return 1 - added / (pooled * pooled);
    if (pooled < 2)
        return std::numeric_limits<double>::quiet_NaN();
    return generation == 0 ? 1.0 : 1 - added / (pooled * (pooled - 1));
}

} // namespace

Curve expectedAccumulatedVariance(const AccumulateLoop& loop)
{
    Curve curve(loop.newRows.size());
    double value = loop.variance;
    double pooled = 0;
    for (std::size_t g = 0; g < curve.size(); ++g) {
        const auto added = static_cast<double>(loop.newRows[g]);
        pooled += added;
        curve[g] = value *= factorOf(loop, g, added, pooled);
    }
    return curve;
}

Curve varianceOfAccumulatedMean(const AccumulateLoop& loop)
{
    const Curve variance = expectedAccumulatedVariance(loop);
    Curve curve(loop.newRows.size());
    double sum = 0;
    double pooled = 0;
    for (std::size_t g = 0; g < curve.size(); ++g) {
        const auto added = static_cast<double>(loop.newRows[g]);
        pooled += added;
        curve[g] = sum += added / (pooled * pooled) * (g == 0 ? loop.variance : variance[g - 1]);
    }
    return curve;
}

double limitOfAccumulatedVariance(double variance, std::int64_t rowsAGeneration)
{
    return variance * sinc(std::numbers::pi / std::sqrt(static_cast<double>(rowsAGeneration)));
}

} // namespace hareloom
