// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/DiscreteTheory.h"

#include <cmath>
#include <numeric>
#include <utility>

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

/// P(A = a) for a = 0, 1, ... up to M or the largest that matters: the number of ancestors that M rows have
/// left.
using Ancestors = std::vector<double>;

/// The same one generation further back: how many different rows A uniform draws from M rows hit.
/// `hits` follows the draws one by one; counts that are too improbable to matter are not followed.
Ancestors oneGenerationBack(const Ancestors& ancestors, double rows)
{
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

/// All rows of generation 0's sample.
Ancestors ancestorsOfItself(std::int64_t rows)
{
    Ancestors ancestors(static_cast<std::size_t>(rows) + 1, 0.0);
    ancestors.back() = 1;
    return ancestors;
}

/// Of states with the probabilities `p`, each counted with its weight.
struct Weighted
{
    const Vector& p;
    const Vector& weights;

    /// E[sum of the weights of those that are lost], given how many ancestors there are.
    double lossesGiven(double ancestors) const
    {
        double losses = 0;
        for (Eigen::Index k = 0; k < p.size(); ++k)
            losses += weights(k) * powerOfComplement(p(k), ancestors);
        return losses;
    }
};

/// E[sum of the weights of those that are lost] for each generation, by the distribution of A_g.
Curve expectedLossesExactly(const Weighted& states, std::int64_t rows, int generations)
{
    Ancestors ancestors = ancestorsOfItself(rows);
    std::vector<double> lossesGiven;
    for (std::size_t a = 0; a < ancestors.size(); ++a)
        lossesGiven.push_back(states.lossesGiven(static_cast<double>(a)));
    Curve curve;
    for (int g = 0; g <= generations; ++g) {
        curve.push_back(std::inner_product(ancestors.begin(), ancestors.end(), lossesGiven.begin(), 0.0));
        ancestors = oneGenerationBack(ancestors, static_cast<double>(rows));
    }
    return curve;
}

/// E[A] one generation further back, from E[A] in place of A.
double meanOneGenerationBack(double ancestors, double rows)
{
    return -rows * std::expm1(ancestors * std::log1p(-1 / rows));
}

/// The same with A_g at its mean.
Curve expectedLossesByMeanAncestry(const Weighted& states, std::int64_t rows, int generations)
{
    const auto m = static_cast<double>(rows);
    double ancestors = m;
    Curve curve;
    for (int g = 0; g <= generations; ++g) {
        curve.push_back(states.lossesGiven(ancestors));
        ancestors = meanOneGenerationBack(ancestors, m);
    }
    return curve;
}

Curve expectedLosses(const Weighted& states, std::int64_t rows, int generations)
{
    return rows <= kExactAncestryRows ? expectedLossesExactly(states, rows, generations)
                                      : expectedLossesByMeanAncestry(states, rows, generations);
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
    return expectedLosses({Vector::Constant(1, q), Vector::Ones(1)}, rows, generations);
}

Curve expectedSurvivors(const Categorical& truth, std::int64_t rows, int generations)
{
    const Vector ones = Vector::Ones(truth.states());
    Curve curve = expectedLosses({truth.probabilities, ones}, rows, generations);
    for (double& value : curve)
        value = truth.states() - value;
    return curve;
}

Curve expectedExtinctMass(const Categorical& truth, std::int64_t rows, int generations)
{
    return expectedLosses({truth.probabilities, truth.probabilities}, rows, generations);
}

std::vector<Curve> expectedLifetimes(const Vector& shares, std::int64_t rows, int generations)
{
    // The chances that each is there, one generation after the other: the ancestry is the same for all of
    // them.
    std::vector<Curve> alive(static_cast<std::size_t>(shares.size()));
    if (rows <= kExactAncestryRows) {
        std::vector<std::vector<double>> keptGiven; // by state, by number of ancestors
        for (const double q : shares) {
            std::vector<double>& kept = keptGiven.emplace_back();
            for (std::int64_t a = 0; a <= rows; ++a)
                kept.push_back(1 - lossProbability(q, a));
        }
        Ancestors ancestors = ancestorsOfItself(rows);
        for (int g = 0; g <= generations; ++g) {
            for (std::size_t k = 0; k < alive.size(); ++k)
                alive[k].push_back(
                    std::inner_product(ancestors.begin(), ancestors.end(), keptGiven[k].begin(), 0.0));
            ancestors = oneGenerationBack(ancestors, static_cast<double>(rows));
            while (ancestors.size() > 2 && ancestors.back() < 1e-18)
                ancestors.pop_back();
        }
    } else {
        auto ancestors = static_cast<double>(rows);
        for (int g = 0; g <= generations; ++g) {
            for (std::size_t k = 0; k < alive.size(); ++k)
                alive[k].push_back(1 - powerOfComplement(shares(static_cast<Eigen::Index>(k)), ancestors));
            ancestors = meanOneGenerationBack(ancestors, static_cast<double>(rows));
        }
    }
    for (Curve& curve : alive)
        std::partial_sum(curve.begin(), curve.end(), curve.begin());
    return alive;
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
