// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace hareloom::ui {

/// The p-quantile of ascending values, p in [0, 1], linear between neighbours (Hyndman and Fan's type 7).
/// Needs one value.
inline double quantileOf(const std::vector<double>& ascending, double p)
{
    const double at = p * double(ascending.size() - 1);
    const auto i = static_cast<std::size_t>(at);
    if (i + 1 >= ascending.size())
        return ascending.back();
    return ascending[i] + (ascending[i + 1] - ascending[i]) * (at - double(i));
}

} // namespace hareloom::ui
