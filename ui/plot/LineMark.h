// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QList>
#include <QPen>
#include <QPointF>

#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

class PlotFrame;

/// How one of several lines is told from the others: a colour, dashes and the shape of its points. Dashes and
/// shape together are enough, so that a figure can be printed in greyscale; the three repeat after 60 lines.
struct LineMark
{
    enum class Shape { Disc, Square, Triangle, Diamond };

    QColor colour;
    QList<qreal> dashes; // in widths of the pen; empty: solid
    Shape shape = Shape::Disc;

    static LineMark of(std::size_t line, const Theme& theme);
    QPen pen(double width) const;
};

/// One of its points, edged with the theme's surface.
void paintPoint(QPainter& painter, const QPointF& at, double radius, const LineMark& mark,
                const Theme& theme);
/// A piece of line from `left`, with its point in the middle.
void paintLineMark(QPainter& painter, const QPointF& left, double width, const LineMark& mark,
                   const Theme& theme);
/// Points along the line `line` of `lines`, values by generation. Those of different lines stand at different
/// generations, so that lines that coincide show both. `every`: values[i] is that of generation i * every.
void paintPointsAlong(QPainter& painter, const PlotFrame& plot, const std::vector<double>& values,
                      std::size_t line, std::size_t lines, const Theme& theme, int every = 1);

} // namespace hareloom::ui
