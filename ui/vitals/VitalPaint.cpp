// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalPaint.h"

#include "ui/plot/Decimate.h"
#include "ui/theme/OkLab.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kDiamond = 3.2;

std::vector<std::size_t> indicesFor(const PlotFrame& plot, const std::vector<double>& values)
{
    const AxisRange& x = plot.xRange();
    const auto from = static_cast<std::size_t>(std::max(0.0, std::floor(x.low)));
    const auto to = static_cast<std::size_t>(std::max(0.0, std::ceil(x.high)));
    return tellingIndices(values, from, to, static_cast<std::size_t>(std::max(1.0, plot.area().width())));
}

/// The part of a segment inside the frame (Liang and Barsky): figures in SVG cannot clip for us.
bool clip(const QRectF& box, QPointF& a, QPointF& b)
{
    double from = 0, to = 1;
    const QPointF d = b - a;
    const double ways[4] = {-d.x(), d.x(), -d.y(), d.y()};
    const double room[4] = {a.x() - box.left(), box.right() - a.x(), a.y() - box.top(), box.bottom() - a.y()};
    for (int side = 0; side < 4; ++side) {
        if (ways[side] == 0 && room[side] < 0)
            return false;
        if (ways[side] < 0)
            from = std::max(from, room[side] / ways[side]);
        if (ways[side] > 0)
            to = std::min(to, room[side] / ways[side]);
    }
    if (from > to)
        return false;
    const QPointF start = a;
    a = start + from * d;
    b = start + to * d;
    return true;
}

QPainterPath linePath(const PlotFrame& plot, const std::vector<double>& values)
{
    const QRectF box = plot.area().adjusted(-1, -1, 1, 1);
    QPainterPath path;
    QPointF last;
    bool hasLast = false;
    for (const std::size_t g : indicesFor(plot, values)) {
        const bool isThere = canShow(plot, values[g]);
        const QPointF point = isThere ? plot.at(double(g), values[g]) : QPointF();
        QPointF a = last, b = point;
        if (isThere && hasLast && clip(box, a, b)) {
            if (path.elementCount() == 0 || path.currentPosition() != a)
                path.moveTo(a);
            path.lineTo(b);
        }
        last = point;
        hasLast = isThere;
    }
    return path;
}

QPainterPath bandPath(const PlotFrame& plot, const VitalLine& line)
{
    const QRectF& box = plot.area();
    QPolygonF up, down;
    const auto add = [&](QPolygonF& side, const std::vector<double>& values) {
        for (const std::size_t g : indicesFor(plot, values))
            if (canShow(plot, values[g]))
                side << QPointF(plot.x(double(g)),
                                std::clamp(plot.y(values[g]), box.top() - 1, box.bottom() + 1));
    };
    add(up, line.high);
    add(down, line.low);
    std::reverse(down.begin(), down.end());
    QPainterPath path;
    path.addPolygon(up + down);
    path.closeSubpath();
    const QRectF bounds = path.boundingRect();
    if (bounds.left() >= box.left() - 1 && bounds.right() <= box.right() + 1)
        return path;
    QPainterPath inside;
    inside.addRect(box);
    return path.intersected(inside);
}

} // namespace

bool canShow(const PlotFrame& plot, double value)
{
    return std::isfinite(value) && (!plot.yRange().isLog || value > 0);
}

bool isInside(const PlotFrame& plot, double generation, double value)
{
    return canShow(plot, value) && plot.area().adjusted(-1, -1, 1, 1).contains(plot.at(generation, value));
}

void paintDiamond(QPainter& painter, const QPointF& at, const QColor& colour)
{
    const QPointF corners[] = {{0, -kDiamond}, {kDiamond, 0}, {0, kDiamond}, {-kDiamond, 0}};
    QPolygonF diamond;
    for (const QPointF& corner : corners)
        diamond << at + corner;
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(diamond);
}

void paintVitalLine(QPainter& painter, const PlotFrame& plot, const VitalLine& line, const QColor& colour,
                    Qt::PenStyle style)
{
    painter.setPen(Qt::NoPen);
    if (line.chains > 1) {
        painter.setBrush(withAlpha(colour, 0.18));
        painter.drawPath(bandPath(plot, line));
    }
    painter.setBrush(Qt::NoBrush);
    if (!line.theory.empty()) {
        QPen pen(withAlpha(colour, 0.9), 1.3);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawPath(linePath(plot, line.theory));
    }
    painter.setPen(QPen(colour, 1.8, style, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(linePath(plot, line.median));
}

void paintReal(QPainter& painter, const PlotFrame& plot, double value, const QColor& colour)
{
    if (!isInside(plot, plot.xRange().low, value))
        return;
    painter.setPen(QPen(colour, 1.2, Qt::DashDotLine, Qt::FlatCap));
    painter.drawLine(QPointF(plot.area().left(), plot.y(value)), QPointF(plot.area().right(), plot.y(value)));
}

void paintPublished(QPainter& painter, const PlotFrame& plot, const PublishedCurve& curve,
                    const QColor& colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1, Qt::DashDotDotLine, Qt::FlatCap));
    painter.drawPath(linePath(plot, curve.values));
    for (std::size_t g = 0; g < curve.values.size(); ++g)
        if (isInside(plot, double(g), curve.values[g]))
            paintDiamond(painter, plot.at(double(g), curve.values[g]), colour);
}

} // namespace hareloom::ui
