// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Spread.h"

#include "core/base/Quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {

Spread spreadOf(std::vector<double> values)
{
    constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
    std::erase_if(values, [](double value) { return std::isnan(value); });
    std::sort(values.begin(), values.end());
    const auto count = static_cast<double>(values.size());
    Spread spread{std::ssize(values), kUndefined, kUndefined, {}};
    spread.quantiles.fill(kUndefined);
    if (values.empty())
        return spread;
    double sum = 0, squares = 0;
    for (const double value : values)
        sum += value;
    spread.mean = sum / count;
    for (const double value : values)
        squares += (value - spread.mean) * (value - spread.mean);
    if (values.size() > 1)
        spread.standardError = std::sqrt(squares / (count - 1) / count);
    for (std::size_t level = 0; level < kSpreadLevels.size(); ++level)
        spread.quantiles[level] = quantileOf(values, kSpreadLevels[level]);
    return spread;
}

} // namespace hareloom
