// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sweep/SweepPicture.h"

namespace hareloom::ui {

/// Where the theory along one row of a picture is lowest.
struct LowestTheory
{
    double position = 0; // on the horizontal axis
    double value = 0;
    QString label; // the setting's value there
};

/// Nothing where it is lowest at an end, where it is not known or no theory is drawn. On an axis of evenly spaced numbers it
/// may lie between two of them: at the lowest point of the parabola through the lowest value and its neighbours.
std::optional<LowestTheory> lowestTheory(const SweepPicture& picture, std::size_t row);

} // namespace hareloom::ui
