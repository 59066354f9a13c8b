// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

QT_BEGIN_NAMESPACE
class QBrush;
class QPainter;
class QPen;
QT_END_NAMESPACE

namespace hareloom::ui {

class PlotFrame;

/// The line through values by generation, as far as the frame goes. It breaks where a value is missing, or
/// has no place on a logarithmic axis; a value without neighbours is a dot. On a logarithmic axis a value of
/// 0 lies on the floor, with a triangle where it is reached. At most a few points a pixel, no peak lost.
/// `every`: values[i] is that of generation i * every.
void paintGenerationCurve(QPainter& painter, const PlotFrame& plot, const std::vector<double>& values,
                          const QPen& pen, int every = 1);
/// The area between two such lines. On a logarithmic axis a lower end of 0 or less lies at the bottom.
void paintGenerationBand(QPainter& painter, const PlotFrame& plot, const std::vector<double>& low,
                         const std::vector<double>& high, const QBrush& brush, int every = 1);

} // namespace hareloom::ui
