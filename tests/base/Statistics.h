// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace hareloom {

/// What a chi-squared variable of `degrees` exceeds with a probability of at most 1e-7 (Laurent and Massart
/// 2000, lemma 1).
inline double chiSquaredLimit(double degrees)
{
    const double x = 16.12; // -ln 1e-7
    return degrees + 2 * std::sqrt(degrees * x) + 2 * x;
}

/// Whether counts agree with equal or given expected ones; false alarm at most 1e-7. Every expected count
/// should be 5 or more.
inline bool fitsExpected(std::span<const double> counts, std::span<const double> expected)
{
    double statistic = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        statistic += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
    const double limit = chiSquaredLimit(static_cast<double>(counts.size()) - 1);
    if (statistic > limit)
        qWarning() << "chi-squared" << statistic << "exceeds" << limit;
    return statistic <= limit;
}

/// Whether values in [0, 1] look uniform, by Kolmogorov and Smirnov; false alarm 2 exp(-2 2.9^2) = 1e-7.
inline bool looksUniform(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    double distance = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        distance = std::max(
            {distance, values[i] - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - values[i]});
    if (distance * std::sqrt(n) > 2.9)
        qWarning() << "Kolmogorov-Smirnov distance" << distance << "of" << n << "values";
    return distance * std::sqrt(n) <= 2.9;
}

} // namespace hareloom
