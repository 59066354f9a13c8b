// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/LowestTheory.h"

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kDigits = 2;

/// The lowest point of the parabola through (-1, left), (0, middle), (1, right), of which the middle is lowest.
std::pair<double, double> lowestBetween(double left, double middle, double right)
{
    const double bend = left - 2 * middle + right;
    const double at = bend > 0 ? (left - right) / (2 * bend) : 0;
    return {at, middle - (left - right) * at / 4};
}

} // namespace

std::optional<LowestTheory> lowestTheory(const SweepPicture& picture, std::size_t row)
{
    const std::size_t columns = picture.across.size();
    const auto value = [&](std::size_t column) { return picture.drawnTheory(picture.at(column, row)); };
    if (picture.theory.isEmpty() || columns < 3)
        return {};
    std::size_t lowest = 0;
    for (std::size_t column = 0; column < columns; ++column) {
        if (!std::isfinite(value(column)))
            return {};
        lowest = value(column) < value(lowest) ? column : lowest;
    }
    if (lowest == 0 || lowest + 1 == columns || !(value(lowest) < value(0)) || !(value(lowest) < value(columns - 1)))
        return {};
    const double position = picture.across.position(lowest);
    if (!picture.across.isNumeric() || picture.across.isByOrder())
        return LowestTheory{position, value(lowest), picture.across.labels()[static_cast<qsizetype>(lowest)]};
    const auto [step, least] = lowestBetween(value(lowest - 1), value(lowest), value(lowest + 1));
    const double next = picture.across.position(step < 0 ? lowest - 1 : lowest + 1), part = std::abs(step);
    const double at = picture.across.range().isLog ? position * std::pow(next / position, part)
                                                   : position + part * (next - position);
    return LowestTheory{at, least, numberText(at, kDigits)};
}

} // namespace hareloom::ui
