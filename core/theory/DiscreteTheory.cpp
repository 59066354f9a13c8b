// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/DiscreteTheory.h"

#include <cmath>
#include <numeric>

namespace hareloom {

namespace {

/// (1 - q)^rows, accurate for tiny q, where 1 - q would be rounded.
double powerOfComplement(double q, double rows)
{
    return rows == 0 ? 1.0 : std::exp(rows * std::log1p(-q));
}

double xLogX(double x)
{
    return x > 0 ? x * std::log(x) : 0.0;
}

/// P(A = a) for a = 0 ... M, the number of ancestors that M rows have left.
using Ancestors = std::vector<double>;

/// The same one generation further back: how many different rows A uniform draws from M rows hit.
/// `hits` follows the draws one by one; counts that are too improbable to matter are not followed.
Ancestors oneGenerationBack(const Ancestors& ancestors)
{
    const auto rows = static_cast<double>(ancestors.size() - 1);
    std::size_t most = ancestors.size() - 1;
    while (most > 1 && ancestors[most] < 1e-18)
        --most;
    Ancestors hits(most + 1, 0.0);
    hits[0] = 1;
    Ancestors result(ancestors.size(), 0.0);
    for (std::size_t draws = 1; draws <= most; ++draws) {
        for (std::size_t d = draws; d >= 1; --d) {
            const auto hit = static_cast<double>(d);
            hits[d] = hits[d] * hit / rows + hits[d - 1] * (rows - hit + 1) / rows;
            result[d] += ancestors[draws] * hits[d];
        }
        hits[0] = 0;
    }
    return result;
}

/// E[sum over the states of (1 - p)^A_g] for each generation, by the distribution of A_g.
Curve expectedLossesExactly(const Vector& p, std::int64_t rows, int generations)
{
    std::vector<double> lossesGiven(static_cast<std::size_t>(rows) + 1, 0.0);
    for (std::size_t a = 0; a < lossesGiven.size(); ++a)
        for (const double q : p)
            lossesGiven[a] += lossProbability(q, static_cast<std::int64_t>(a));
    Ancestors ancestors(lossesGiven.size(), 0.0);
    ancestors.back() = 1;
    Curve curve;
    for (int g = 0; g <= generations; ++g) {
        curve.push_back(std::inner_product(ancestors.begin(), ancestors.end(), lossesGiven.begin(), 0.0));
        ancestors = oneGenerationBack(ancestors);
    }
    return curve;
}

/// The same with A_g at its mean.
Curve expectedLossesByMeanAncestry(const Vector& p, std::int64_t rows, int generations)
{
    const auto m = static_cast<double>(rows);
    double ancestors = m;
    Curve curve;
    for (int g = 0; g <= generations; ++g) {
        double losses = 0;
        for (const double q : p)
            losses += powerOfComplement(q, ancestors);
        curve.push_back(losses);
        ancestors = -m * std::expm1(ancestors * std::log1p(-1 / m));
    }
    return curve;
}

Curve expectedLosses(const Vector& p, std::int64_t rows, int generations)
{
    return rows <= kExactAncestryRows ? expectedLossesExactly(p, rows, generations)
                                      : expectedLossesByMeanAncestry(p, rows, generations);
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
    return powerOfComplement(q, static_cast<double>(rows));
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
    return expectedLosses(Vector::Constant(1, q), rows, generations);
}

Curve expectedSurvivors(const Categorical& truth, std::int64_t rows, int generations)
{
    Curve curve = expectedLosses(truth.probabilities, rows, generations);
    for (double& value : curve)
        value = truth.states() - value;
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
