// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>

#include <vector>

namespace hareloom::ui {

/// Where a function crosses a level, as pieces of line, by marching squares. `values` is (rows, columns), row
/// by row, given at whole-number places; a piece's ends lie at fractions of them, linear in the values
/// between. A square with a corner that is not finite has none; a saddle is parted by the mean of its
/// corners.
QList<QLineF> contour(const std::vector<double>& values, std::size_t columns, double level);

} // namespace hareloom::ui
