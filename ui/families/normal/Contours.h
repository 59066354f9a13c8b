// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>

#include <vector>

namespace hareloom::ui {

/// Where a grid of values (height, width), row by row, crosses `level`: segments in cells, (0, 0) the centre
/// of the first value. Marching squares.
QList<QLineF> contour(const std::vector<float>& values, int width, int height, float level);

/// The level above which `share` of the grid's total lies.
float levelHolding(const std::vector<float>& values, double share);

} // namespace hareloom::ui
