// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace hareloom {

/// By how much the mean of one group of chains exceeds that of another, with an interval that holds the true
/// difference with the asked-for confidence, and the p-value of there being none (two-sided).
struct MeanDifference
{
    double estimate = 0; // mean of a minus mean of b
    double low = 0, high = 0;
    double p = 1;
    double degrees = 0; // of freedom of the t distribution that both come from; need not be whole
    bool isPaired = false;
};

/// Student's interval of paired differences: a[i] and b[i] are of the same seed. Assumes that the differences
/// are normal, or that there are so many that their mean is. Nothing for fewer than two, for different
/// lengths, or where a value is not finite. Where all differences are equal the interval is a point.
std::optional<MeanDifference> pairedDifference(std::span<const double> a, std::span<const double> b,
                                               double confidence = 0.95);

/// Welch's interval for groups that do not depend on one another and may differ in variance (Welch 1947).
/// Assumes both normal, or their means. Nothing where a group has fewer than two values, or one that is not
/// finite.
std::optional<MeanDifference> welchDifference(std::span<const double> a, std::span<const double> b,
                                              double confidence = 0.95);

/// P(T <= t) of Student's t distribution, to about 1e-14. degrees > 0.
double studentProbability(double t, double degrees);
/// The t below which it lies with probability p, in (0, 1).
double studentQuantile(double p, double degrees);

} // namespace hareloom
