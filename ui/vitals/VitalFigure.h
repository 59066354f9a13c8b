// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/FigureParts.h"
#include "ui/vitals/VitalChart.h"

namespace hareloom::ui {

/// Height of a figure in which so many charts have the room they should have.
double usualHeight(std::size_t charts);
/// How many of them have room in a figure of this height, at least one; words at the present font scale.
std::size_t chartsThatFit(double height);

/// Charts below each other under one legend, as a figure shows them: nothing of the moment, one generation
/// axis, which the last one labels, and vertical axes in line. Those that have no room are left out.
void paintVitalFigure(QPainter& painter, const QRectF& area, std::vector<VitalChart> charts,
                      const FigureParts& parts, const Theme& theme);

} // namespace hareloom::ui
