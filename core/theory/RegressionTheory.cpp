// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/RegressionTheory.h"

#include <limits>
#include <numbers>

namespace hareloom {

namespace {

/// E of the noise variance in the rows that fit i is made on; those of fit 0 are real.
double noiseOf(const RegressionLoop& loop, std::size_t fit, double before)
{
    if (fit == 0)
        return loop.noiseVariance;
    return loop.lambda * loop.ownNoiseVariance.value_or(before);
}

} // namespace

double expectedLeverage(const RegressionLoop& loop, double rows)
{
    const double d = loop.inputs;
    const double spare = rows - d - (loop.hasIntercept ? 2 : 1);
    if (!(spare > 0))
        return std::numeric_limits<double>::quiet_NaN();
    return loop.hasIntercept ? 1 / rows + d * (1 + 1 / rows) / spare : d / spare;
}

Curve expectedTestError(const RegressionLoop& loop)
{
    Curve errors;
    double sum = 0, noise = 0;
    for (std::size_t i = 0; i < loop.sizes.size(); ++i) {
        noise = noiseOf(loop, i, noise);
        errors.push_back(sum += noise * expectedLeverage(loop, static_cast<double>(loop.sizes[i])));
    }
    return errors;
}

Curve expectedAccumulatedTestError(const RegressionLoop& loop)
{
    Curve errors;
    double sum = 0, rows = 0;
    for (std::size_t i = 0; i < loop.sizes.size(); ++i) {
        const auto joining = static_cast<double>(loop.sizes[i]);
        rows += joining;
        errors.push_back(sum += noiseOf(loop, i, 0) * joining / rows * expectedLeverage(loop, rows));
    }
    return errors;
}

double accumulatedTestErrorBound(const RegressionLoop& loop)
{
    return loop.noiseVariance * expectedLeverage(loop, static_cast<double>(loop.sizes.front())) * std::numbers::pi *
           std::numbers::pi / 6;
}

Curve expectedResidualVariance(const RegressionLoop& loop)
{
    Curve variances;
    for (std::size_t i = 0; i < loop.sizes.size(); ++i)
        variances.push_back(noiseOf(loop, i, i == 0 ? 0 : variances.back()));
    return variances;
}

} // namespace hareloom
