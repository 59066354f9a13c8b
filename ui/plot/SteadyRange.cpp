// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/SteadyRange.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kRoom = 0.05;     // left above the highest value
constexpr double kFlat = 0.6;      // values that differ by less begin above zero
constexpr double kLeastSpan = 0.1; // of the values themselves: noise is not blown up to the whole axis

/// The least of 1 and 5 times a power of ten that is not below: each such number is a multiple of those
/// before it, and what ends at multiples of one holds what ended at multiples of the one before.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    return least <= power ? power : least <= 5 * power ? 5 * power : 10 * power;
}

/// The least of 1, 2 and 5 times a power of ten that is not below.
double roundUp(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (least <= factor * power)
            return factor * power;
    return 10 * power;
}

} // namespace

AxisRange covering(const AxisRange& a, const AxisRange& b)
{
    return {std::min(a.low, b.low), std::max(a.high, b.high), a.isLog};
}

AxisRange steadyRange(const Ends& ends)
{
    if (!ends || (ends->first == 0 && ends->second == 0))
        return {0, 1, false};
    const auto [low, high] = *ends;
    const double size = std::max(std::abs(low), std::abs(high));
    if (size < 1e-290 || size > 1e290) // powers of ten have an end
        return padded(low, high, kRoom);
    if (low >= 0 && low < kFlat * high)
        return {0, roundUp((1 + kRoom) * high), false};
    const double room = kRoom * (high - low);
    const double step = roundStep(std::max(high - low, kLeastSpan * size));
    AxisRange range{std::floor((low - room) / step) * step, std::ceil((high + room) / step) * step, false};
    if (range.low == range.high)
        range.high += step;
    return range;
}

AxisRange steadyLogRange(double low, double high)
{
    const double first = std::pow(10.0, std::floor(std::log10(low))),
                 last = std::pow(10.0, std::ceil(std::log10(high)));
    if (!(first > 0) || !std::isfinite(last))
        return paddedLog(low, high, kRoom);
    return {first, first < last ? last : 10 * last, true};
}

} // namespace hareloom::ui
