// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>

#include <algorithm>
#include <cmath>

namespace hareloom {

/// |actual - expected| <= tolerance * max(1, |expected|); says both when not.
inline bool isClose(double actual, double expected, double tolerance = 1e-12)
{
    const bool close = std::abs(actual - expected) <= tolerance * std::max(1.0, std::abs(expected));
    if (!close)
        qWarning().nospace() << "actual " << QString::number(actual, 'g', 17) << ", expected "
                             << QString::number(expected, 'g', 17);
    return close;
}

} // namespace hareloom
