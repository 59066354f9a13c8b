// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/vitals/VitalSeries.h"

namespace hareloom::ui {

/// What lies behind the lines: the band of variant `variant`, or every one of its chains.
void paintVitalSpread(QPainter& painter, const PlotFrame& plot, const VitalSeries& series,
                      std::size_t variant, const Theme& theme);
/// One variant inside the frame: theory dashed, its line, and points on it where there are several variants.
/// A branch's begin at the fork.
void paintVitalLine(QPainter& painter, const PlotFrame& plot, const VitalSeries& series, std::size_t variant,
                    const Theme& theme);
/// Where settings change: a dashed line across the frame.
void paintVitalChanges(QPainter& painter, const PlotFrame& plot, const VitalSeries& series,
                       const Theme& theme);
/// What the real data have, all along: thin, dash-dotted.
void paintReal(QPainter& painter, const PlotFrame& plot, double value, const QColor& colour);
/// As printed: thin, dash-dot-dotted, a diamond at each number.
void paintPublished(QPainter& painter, const PlotFrame& plot, const PublishedCurve& curve,
                    const QColor& colour);
void paintDiamond(QPainter& painter, const QPointF& at, const QColor& colour);

} // namespace hareloom::ui
