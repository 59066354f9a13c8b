// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"

#include <QPainterPath>
#include <QPen>

#include <limits>

namespace hareloom::ui {

/// The area under values that lie evenly over the plot's x range, between two x values, cut off at the top of
/// the plot (in the data: a vector export knows no clipping).
QPainterPath areaUnder(const PlotFrame& plot, const std::vector<double>& values,
                       double from = -std::numeric_limits<double>::infinity(),
                       double to = std::numeric_limits<double>::infinity());
/// Their line, left out where it is above the plot.
void paintCurve(QPainter& painter, const PlotFrame& plot, const std::vector<double>& values, const QPen& pen);

} // namespace hareloom::ui
