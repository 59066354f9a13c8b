// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace hareloom {

/// The quantiles that a spread is told by.
inline constexpr std::array kSpreadLevels = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

/// One metric over several chains at one generation. What is not defined is NaN.
struct Spread
{
    std::int64_t count = 0; // of the values that are not NaN; the rest of this is theirs
    double mean = 0;
    double standardError = 0; // of the mean: standard deviation (divisor count - 1) over the root of count
    std::array<double, kSpreadLevels.size()> quantiles{};
};
Spread spreadOf(std::vector<double> values);

} // namespace hareloom
