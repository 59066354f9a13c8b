// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/vitals/VitalSeries.h"

namespace hareloom::ui {

/// One variant inside the frame: its band, theory dashed, its median.
void paintVitalLine(QPainter& painter, const PlotFrame& plot, const VitalLine& line, const QColor& colour,
                    Qt::PenStyle style);
/// What the real data have, all along: thin, dash-dotted.
void paintReal(QPainter& painter, const PlotFrame& plot, double value, const QColor& colour);
/// As printed: thin, dash-dot-dotted, a diamond at each number.
void paintPublished(QPainter& painter, const PlotFrame& plot, const PublishedCurve& curve,
                    const QColor& colour);
void paintDiamond(QPainter& painter, const QPointF& at, const QColor& colour);
/// Whether the value has a place on the frame's vertical axis; it may still lie beyond its ends.
bool canShow(const PlotFrame& plot, double value);
/// Whether it also lies between the ends of both axes.
bool isInside(const PlotFrame& plot, double generation, double value);

} // namespace hareloom::ui
