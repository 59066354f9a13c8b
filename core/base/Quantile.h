// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace hareloom {

/// The p-quantile of ascending values, p in [0, 1], linear between neighbours (Hyndman and Fan's type 7).
/// Needs one value, none NaN. Between a finite value and an infinite one lies infinity; between the two
/// infinities, NaN.
inline double quantileOf(const std::vector<double>& ascending, double p)
{
    const double at = p * double(ascending.size() - 1);
    const auto i = static_cast<std::size_t>(at);
    const double share = at - double(i);
    if (i + 1 >= ascending.size())
        return ascending.back();
    const double low = ascending[i], high = ascending[i + 1];
    if (share == 0 || low == high)
        return low;
    return std::isinf(low) ? low + high : low + (high - low) * share;
}

} // namespace hareloom
