// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/ResamplingTheory.h"

#include <cmath>

namespace hareloom {

Curve expectedResampledVariance(double variance, Sizes sizes, double added)
{
    Curve curve;
    curve.reserve(sizes.size());
    for (const auto rows : sizes)
        curve.push_back(variance = (1 - 1 / static_cast<double>(rows)) * variance + added);
    return curve;
}

double limitOfResampledVariance(std::int64_t rows, double added)
{
    return static_cast<double>(rows) * added;
}

Curve varianceOfResampledMean(double variance, Sizes sizes, double added)
{
    const Curve fitted = expectedResampledVariance(variance, sizes, added);
    Curve curve(sizes.size());
    double sum = 0;
    for (std::size_t g = 0; g < curve.size(); ++g)
        curve[g] = sum += (g == 0 ? variance : fitted[g - 1]) / static_cast<double>(sizes[g]);
    return curve;
}

Curve expectedKdeVarianceByRule(double variance, Sizes sizes, std::span<const double> factors)
{
    Curve curve(sizes.size());
    for (std::size_t g = 0; g < curve.size(); ++g)
        curve[g] = variance *= 1 - 1 / static_cast<double>(sizes[g]) + factors[g] * factors[g];
    return curve;
}

double scottFactor(std::int64_t rows, int dimension)
{
    return std::pow(static_cast<double>(rows), -1.0 / (dimension + 4));
}

double silvermanFactor(std::int64_t rows, int dimension)
{
    return std::pow(static_cast<double>(rows) * (dimension + 2) / 4.0, -1.0 / (dimension + 4));
}

} // namespace hareloom
