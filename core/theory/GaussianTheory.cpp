// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/GaussianTheory.h"

#include "core/theory/SpecialFunctions.h"

#include <cmath>
#include <limits>

namespace hareloom {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double divisorOf(const GaussianLoop& loop, double rows)
{
    return loop.divisor == Divisor::Unbiased ? rows - 1 : rows;
}

/// E[fitted variance] / variance of the rows: 1, or 1 - 1/M. NaN where the divisor is 0.
double varianceFactor(const GaussianLoop& loop, double rows)
{
    const double divisor = divisorOf(loop, rows);
    return divisor > 0 ? (rows - 1) / divisor : kNaN;
}

/// Sums term(M_i) over the fits up to each generation.
template<class Term>
Curve sumOverFits(const GaussianLoop& loop, Term term)
{
    Curve curve;
    curve.reserve(loop.sizes.size());
    double sum = 0;
    for (const auto rows : loop.sizes)
        curve.push_back(sum += term(static_cast<double>(rows)));
    return curve;
}

/// start * prod factor(M_i), with `perStep` once a generation after generation 0.
template<class Factor>
Curve productOverFits(const GaussianLoop& loop, double start, double perStep, Factor factor)
{
    Curve curve;
    curve.reserve(loop.sizes.size());
    double product = start;
    for (const auto rows : loop.sizes)
        curve.push_back(product *= (curve.empty() ? 1.0 : perStep) * factor(static_cast<double>(rows)));
    return curve;
}

/// ln(lambda^g), 0 at generation 0 even when lambda is 0.
double logOfBias(const GaussianLoop& loop, std::size_t generation)
{
    return generation == 0 ? 0.0 : static_cast<double>(generation) * std::log(loop.lambda);
}

/// value(g) for each generation.
template<class Value>
Curve curveOf(const GaussianLoop& loop, Value value)
{
    Curve curve(loop.sizes.size());
    for (std::size_t g = 0; g < curve.size(); ++g)
        curve[g] = value(g);
    return curve;
}

} // namespace

Curve expectedVariance(const GaussianLoop& loop)
{
    return productOverFits(loop, loop.variance, loop.lambda,
                           [&](double m) { return varianceFactor(loop, m); });
}

Curve expectedStandardDeviation(const GaussianLoop& loop)
{
    const double sigma = std::sqrt(loop.variance);
    return productOverFits(loop, sigma, std::sqrt(loop.lambda), [&](double m) {
        if (m < 2)
            return loop.divisor == Divisor::Biased ? 0.0 : kNaN;
        return c4(m) * std::sqrt(varianceFactor(loop, m));
    });
}

Curve varianceOfMean(const GaussianLoop& loop)
{
    const Curve variance = expectedVariance(loop);
    double sum = 0;
    return curveOf(loop, [&](std::size_t g) {
        const double ofRows = g == 0 ? loop.variance : loop.lambda * variance[g - 1];
        return sum += ofRows / static_cast<double>(loop.sizes[g]);
    });
}

Curve marginalVariance(const GaussianLoop& loop)
{
    const Curve variance = expectedVariance(loop);
    const Curve ofMean = varianceOfMean(loop);
    return curveOf(loop, [&](std::size_t g) { return loop.lambda * variance[g] + ofMean[g]; });
}

Curve expectedLogVariance(const GaussianLoop& loop)
{
    const Curve steps =
        sumOverFits(loop, [&](double m) { return digamma((m - 1) / 2) - std::log(divisorOf(loop, m) / 2); });
    return curveOf(loop,
                   [&](std::size_t g) { return std::log(loop.variance) + logOfBias(loop, g) + steps[g]; });
}

Curve varianceOfLogVariance(const GaussianLoop& loop)
{
    return sumOverFits(loop, [](double m) { return trigamma((m - 1) / 2); });
}

Curve medianVarianceFirstOrder(const GaussianLoop& loop)
{
    return productOverFits(loop, loop.variance, loop.lambda,
                           [&](double m) { return std::exp(-1 / (m - 1)) * varianceFactor(loop, m); });
}

Curve medianVariance(const GaussianLoop& loop)
{
    const Curve mean = expectedLogVariance(loop);
    const Curve second = varianceOfLogVariance(loop);
    const Curve third = sumOverFits(loop, [](double m) { return tetragamma((m - 1) / 2); });
    return curveOf(loop, [&](std::size_t g) { return std::exp(mean[g] - third[g] / (6 * second[g])); });
}

Curve expectedRisk(const GaussianLoop& loop)
{
    const double sigma = std::sqrt(loop.variance);
    const Curve ofMean = varianceOfMean(loop);
    const Curve spread = expectedStandardDeviation(loop);
    const Curve variance = expectedVariance(loop);
    return curveOf(
        loop, [&](std::size_t g) { return ofMean[g] + loop.variance - 2 * sigma * spread[g] + variance[g]; });
}

Curve expectedRiskFirstOrder(const GaussianLoop& loop)
{
    const bool applies = loop.lambda == 1 && loop.divisor == Divisor::Unbiased;
    return sumOverFits(loop, [&](double m) { return applies ? 1.5 * loop.variance / m : kNaN; });
}

Curve expectedLogDeterminantRatio(const GaussianLoop& loop, int dimension)
{
    const Curve steps = sumOverFits(loop, [&](double m) {
        double step = -dimension * std::log(divisorOf(loop, m) / 2);
        for (int j = 1; j <= dimension; ++j)
            step += digamma((m - j) / 2);
        return step;
    });
    return curveOf(loop, [&](std::size_t g) { return steps[g] + dimension * logOfBias(loop, g); });
}

} // namespace hareloom
