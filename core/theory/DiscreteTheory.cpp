// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/DiscreteTheory.h"

#include <cmath>

namespace hareloom {

namespace {

/// x^rows written for x = 1 - loss near 1, where powers of a rounded 1 - loss are poor.
double powerOfComplement(double loss, std::int64_t rows)
{
    return rows == 0 ? 1.0 : std::exp(static_cast<double>(rows) * std::log1p(-loss));
}

double xLogX(double x)
{
    return x > 0 ? x * std::log(x) : 0.0;
}

} // namespace

Curve expectedHeterozygosity(const Categorical& truth, Sizes sizes)
{
    const auto p = truth.probabilities.array();
    double value = (p * (1 - p)).sum();
    Curve curve;
    curve.reserve(sizes.size());
    for (const auto rows : sizes)
        curve.push_back(value *= 1 - 1 / static_cast<double>(rows));
    return curve;
}

double lossProbability(double q, std::int64_t rows)
{
    return powerOfComplement(q, rows);
}

double expectedSurvivorsAfterOneStep(const Categorical& distribution, std::int64_t rows)
{
    double sum = 0;
    for (const double q : distribution.probabilities)
        sum += 1 - lossProbability(q, rows);
    return sum;
}

Curve lossProbabilityCurve(double q, std::int64_t rows, int generations)
{
    Curve curve;
    double lineDies = 0;
    for (int g = 0; g <= generations; ++g) {
        curve.push_back(powerOfComplement(q * (1 - lineDies), rows));
        lineDies = std::exp(lineDies - 1);
    }
    return curve;
}

Curve expectedSurvivors(const Categorical& truth, std::int64_t rows, int generations)
{
    Curve curve;
    double lineDies = 0;
    for (int g = 0; g <= generations; ++g) {
        double sum = 0;
        for (const double q : truth.probabilities)
            sum += 1 - powerOfComplement(q * (1 - lineDies), rows);
        curve.push_back(sum);
        lineDies = std::exp(lineDies - 1);
    }
    return curve;
}

double fixationProbability(double q)
{
    return q;
}

double meanAbsorptionTime(double q, std::int64_t rows)
{
    return -2.0 * static_cast<double>(rows) * (xLogX(q) + xLogX(1 - q));
}

double meanForgettingTime(double q, std::int64_t rows)
{
    if (q >= 1)
        return 2.0 * static_cast<double>(rows); // the limit of -ln q / (1 - q) is 1
    return -2.0 * static_cast<double>(rows) * xLogX(q) / (1 - q);
}

} // namespace hareloom
