// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/CurvePaths.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

// A line of two pixels and more is cheaper as single segments than as one joined polyline.
struct Pencil
{
    QList<QLineF> lines;
    QPointF last;
    bool isDown = false;

    void to(const QPointF& point)
    {
        if (isDown)
            lines.append(QLineF(last, point));
        last = point;
        isDown = true;
    }
};

double indexOf(const PlotFrame& plot, double x, std::size_t count)
{
    return std::clamp(plot.xRange().share(x), 0.0, 1.0) * double(count - 1);
}

double valueAt(const std::vector<double>& values, double index)
{
    const auto i = static_cast<std::size_t>(index);
    if (i + 1 >= values.size())
        return values.back();
    return values[i] + (values[i + 1] - values[i]) * (index - double(i));
}

} // namespace

QPainterPath areaUnder(const PlotFrame& plot, const std::vector<double>& values, double from, double to)
{
    const double first = indexOf(plot, from, values.size()), last = indexOf(plot, to, values.size());
    if (last <= first)
        return {};
    const double width = plot.area().width() / double(values.size() - 1), base = plot.area().bottom();
    const auto point = [&](double index) {
        return QPointF(plot.area().left() + index * width,
                       plot.y(std::min(valueAt(values, index), plot.yRange().high)));
    };
    QPainterPath path(QPointF(plot.area().left() + first * width, base));
    path.lineTo(point(first));
    for (double i = std::floor(first) + 1; i < last; ++i)
        path.lineTo(point(i));
    path.lineTo(point(last));
    path.lineTo(plot.area().left() + last * width, base);
    path.closeSubpath();
    return path;
}

void paintCurve(QPainter& painter, const PlotFrame& plot, const std::vector<double>& values, const QPen& pen)
{
    const double width = plot.area().width() / double(values.size() - 1);
    Pencil pencil;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] > plot.yRange().high && (i == 0 || values[i - 1] > plot.yRange().high)) {
            pencil.isDown = false;
            pencil.last = {};
            continue;
        }
        double at = double(i), value = values[i];
        if (value > plot.yRange().high) { // the crossing, so that the line reaches the edge
            const double rise = value - values[i - 1];
            at -= (value - plot.yRange().high) / rise;
            value = plot.yRange().high;
        } else if (i > 0 && values[i - 1] > plot.yRange().high) {
            const double fall = values[i - 1] - value;
            pencil.to(
                {plot.area().left() + (at - (plot.yRange().high - value) / fall) * width, plot.area().top()});
        }
        pencil.to({plot.area().left() + at * width, plot.y(value)});
        if (values[i] > plot.yRange().high)
            pencil.isDown = false;
    }
    QPen line = pen;
    if (pen.style() == Qt::SolidLine)
        line.setCapStyle(Qt::RoundCap);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    if (pen.style() == Qt::SolidLine) {
        painter.drawLines(pencil.lines);
        return;
    }
    QPainterPath path; // dashes must run on from segment to segment
    for (const QLineF& segment : pencil.lines) {
        if (path.isEmpty() || path.currentPosition() != segment.p1())
            path.moveTo(segment.p1());
        path.lineTo(segment.p2());
    }
    painter.drawPath(path);
}

} // namespace hareloom::ui
