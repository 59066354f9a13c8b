// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Comparisons.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace hareloom {

namespace {

struct Group
{
    double count = 0, mean = 0, squares = 0; // variance of the mean: squares

    explicit Group(std::span<const double> values) : count(static_cast<double>(values.size()))
    {
        mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
        double sum = 0;
        for (const double value : values)
            sum += (value - mean) * (value - mean);
        squares = sum / (count - 1) / count;
    }
};

bool isUsable(std::span<const double> values)
{
    return values.size() >= 2 &&
           std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

MeanDifference differenceOf(double estimate, double variance, double degrees, double confidence,
                            bool isPaired)
{
    if (variance <= 0)
        return {estimate, estimate, estimate, estimate == 0 ? 1.0 : 0.0, degrees, isPaired};
    const double error = std::sqrt(variance);
    const double reach = studentQuantile(0.5 + confidence / 2, degrees) * error;
    return {estimate,         estimate - reach,
            estimate + reach, 2 * studentProbability(-std::abs(estimate) / error, degrees),
            degrees,          isPaired};
}

/// The continued fraction of the incomplete beta function, by Lentz's method (NIST DLMF 8.17.22).
double betaFraction(double x, double a, double b)
{
    constexpr double kTiny = 1e-300;
    constexpr int kMostSteps = 10'000;
    const auto kept = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
    double c = 1, d = 1 / kept(1 - (a + b) * x / (a + 1)), value = d;
    for (int m = 1; m < kMostSteps; ++m) {
        for (const double term : {m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                                  -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))}) {
            d = 1 / kept(1 + term * d);
            c = kept(1 + term / c);
            value *= c * d;
        }
        if (std::abs(c * d - 1) < 1e-16)
            break;
    }
    return value;
}

/// The regularised incomplete beta function I_x(a, b).
double incompleteBeta(double x, double a, double b)
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0.0 : 1.0;
    // The fraction converges fast below the mean; above it the other end is taken.
    if (x > (a + 1) / (a + b + 2))
        return 1 - incompleteBeta(1 - x, b, a);
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    return front * betaFraction(x, a, b) / a;
}

} // namespace

double studentProbability(double t, double degrees)
{
    const double tail = 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    return t < 0 ? tail : 1 - tail;
}

double studentQuantile(double p, double degrees)
{
    if (p < 0.5)
        return -studentQuantile(1 - p, degrees);
    double low = 0, high = 1;
    while (studentProbability(high, degrees) < p && high < 1e300)
        high *= 2;
    for (int i = 0; i < 200 && low < high; ++i) {
        const double middle = low + (high - low) / 2;
        (studentProbability(middle, degrees) < p ? low : high) = middle;
    }
    return high;
}

std::optional<MeanDifference> pairedDifference(std::span<const double> a, std::span<const double> b,
                                               double confidence)
{
    if (a.size() != b.size() || !isUsable(a) || !isUsable(b))
        return std::nullopt;
    std::vector<double> differences(a.size());
    std::transform(a.begin(), a.end(), b.begin(), differences.begin(), std::minus<>());
    const Group group(differences);
    return differenceOf(group.mean, group.squares, group.count - 1, confidence, true);
}

std::optional<MeanDifference> welchDifference(std::span<const double> a, std::span<const double> b,
                                              double confidence)
{
    if (!isUsable(a) || !isUsable(b))
        return std::nullopt;
    const Group first(a), second(b);
    const double variance = first.squares + second.squares;
    const double degrees = variance > 0 ? variance * variance /
                                              (first.squares * first.squares / (first.count - 1) +
                                               second.squares * second.squares / (second.count - 1))
                                        : first.count + second.count - 2;
    return differenceOf(first.mean - second.mean, variance, degrees, confidence, false);
}

} // namespace hareloom
