// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/LineMark.h"

#include "ui/plot/PlotFrame.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>
#include <iterator>

namespace hareloom::ui {

namespace {

constexpr double kPointsApart = 64, kRadius = 3.2; // pixels

const QList<qreal>& dashesOf(std::size_t line)
{
    static const QList<qreal> patterns[] = {
        {}, {5, 2.5}, {6, 2, 1.2, 2}, {1.2, 1.6}, {6, 1.6, 1.2, 1.6, 1.2, 1.6}};
    return patterns[line % std::size(patterns)];
}

} // namespace

LineMark LineMark::of(std::size_t line, const Theme& theme)
{
    return {theme.variant(line), dashesOf(line), static_cast<Shape>(line % 4)};
}

QPen LineMark::pen(double width) const
{
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!dashes.isEmpty())
        pen.setDashPattern(dashes);
    return pen;
}

void paintPoint(QPainter& painter, const QPointF& at, double radius, const LineMark& mark, const Theme& theme)
{
    const double r = radius;
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(mark.colour);
    switch (mark.shape) {
    case LineMark::Shape::Disc:
        painter.drawEllipse(at, r, r);
        break;
    case LineMark::Shape::Square:
        painter.drawRect(QRectF(at.x() - 0.9 * r, at.y() - 0.9 * r, 1.8 * r, 1.8 * r));
        break;
    case LineMark::Shape::Triangle:
        painter.drawPolygon(
            QPolygonF({at + QPointF(0, -1.2 * r), at + QPointF(1.15 * r, r), at + QPointF(-1.15 * r, r)}));
        break;
    case LineMark::Shape::Diamond:
        painter.drawPolygon(QPolygonF({at + QPointF(0, -1.35 * r), at + QPointF(1.35 * r, 0),
                                       at + QPointF(0, 1.35 * r), at + QPointF(-1.35 * r, 0)}));
        break;
    }
}

void paintLineMark(QPainter& painter, const QPointF& left, double width, const LineMark& mark,
                   const Theme& theme)
{
    painter.setPen(mark.pen(2));
    painter.drawLine(left, left + QPointF(width, 0));
    paintPoint(painter, left + QPointF(width / 2, 0), 4, mark, theme);
}

void paintPointsAlong(QPainter& painter, const PlotFrame& plot, const std::vector<double>& values,
                      std::size_t line, std::size_t lines, const Theme& theme, int every)
{
    const LineMark mark = LineMark::of(line, theme);
    const double first = kPointsApart * (double(line) + 0.5) / double(lines);
    auto last = static_cast<std::size_t>(-1);
    for (double along = first; along < plot.area().width(); along += kPointsApart) {
        const double at = std::round(plot.xRange().valueAt(along / plot.area().width()) / every);
        const auto g = static_cast<std::size_t>(std::max(0.0, at));
        if (g == last || g >= values.size() || !plot.canShow(values[g]))
            continue;
        last = g;
        if (const double generation = every * double(g); plot.isInside(generation, values[g]))
            paintPoint(painter, plot.at(generation, values[g]), kRadius, mark, theme);
    }
}

} // namespace hareloom::ui
