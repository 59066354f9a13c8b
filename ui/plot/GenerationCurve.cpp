// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/GenerationCurve.h"

#include "ui/plot/Clip.h"
#include "ui/plot/Decimate.h"
#include "ui/plot/PlotFrame.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kZeroRoom = 20; // pixels, for its figure

/// A frame over values of every so many generations.
struct Course
{
    const PlotFrame& plot;
    double every;

    double x(std::size_t i) const { return plot.x(every * double(i)); }
    QPointF at(std::size_t i, double value) const { return plot.at(every * double(i), value); }
    std::size_t first(double generation) const { return index(std::ceil(generation / every - 1e-9)); }
    std::size_t last(double generation) const { return index(std::floor(generation / every + 1e-9)); }
    std::size_t below(double generation) const { return index(std::floor(generation / every)); }
    std::size_t above(double generation) const { return index(std::ceil(generation / every)); }

private:
    static std::size_t index(double i) { return static_cast<std::size_t>(std::max(0.0, i)); }
};

/// Those of one column of pixels after another: on a logarithmic axis the first generations are wide apart.
std::vector<std::size_t> logIndices(const Course& course, const std::vector<double>& values)
{
    const AxisRange& x = course.plot.xRange();
    const int columns = std::max(1, static_cast<int>(course.plot.area().width()));
    std::vector<std::size_t> all;
    for (int c = 0; c < columns; ++c) {
        const auto from = std::max<std::size_t>(1, course.first(x.valueAt(double(c) / columns)));
        const auto to = course.last(x.valueAt(double(c + 1) / columns));
        if (from > to || from >= values.size())
            continue;
        for (const std::size_t g : tellingIndices(values, from, to, 1))
            if (all.empty() || g > all.back())
                all.push_back(g);
    }
    return all;
}

std::vector<std::size_t> indicesFor(const Course& course, const std::vector<double>& values)
{
    const AxisRange& x = course.plot.xRange();
    if (x.isLog)
        return logIndices(course, values);
    return tellingIndices(values, course.below(x.low), course.above(x.high),
                          static_cast<std::size_t>(std::max(1.0, course.plot.area().width())));
}

struct Curve
{
    QPainterPath line;
    QList<QPointF> dots;
};

Curve curveOf(const Course& course, const std::vector<double>& values)
{
    const PlotFrame& plot = course.plot;
    const QRectF box = plot.area().adjusted(-1, -1, 1, 1);
    Curve curve;
    QPointF last;
    int run = 0; // points since the last gap
    const auto endRun = [&] {
        if (run == 1 && box.contains(last))
            curve.dots << last;
        run = 0;
    };
    for (const std::size_t g : indicesFor(course, values)) {
        if (!plot.canShow(values[g])) {
            endRun();
            continue;
        }
        const QPointF point = course.at(g, values[g]);
        if (const auto part = run > 0 ? clipped(QLineF(last, point), box) : std::nullopt) {
            if (curve.line.elementCount() == 0 || curve.line.currentPosition() != part->p1())
                curve.line.moveTo(part->p1());
            curve.line.lineTo(part->p2());
        }
        last = point;
        ++run;
    }
    endRun();
    return curve;
}

/// Generations in sight whose value is 0 where the axis has no place for it: the first and the last of each
/// run.
std::vector<std::pair<std::size_t, std::size_t>> zeroRuns(const Course& course,
                                                          const std::vector<double>& values)
{
    const PlotFrame& plot = course.plot;
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    if (!plot.yRange().isLog)
        return runs;
    const std::size_t end = std::min(values.size(), course.below(plot.xRange().high) + 1);
    for (std::size_t g = course.above(plot.xRange().low); g < end; ++g) {
        if (values[g] != 0)
            continue;
        if (runs.empty() || runs.back().second + 1 != g)
            runs.emplace_back(g, g);
        runs.back().second = g;
    }
    return runs;
}

// Down to the floor, along it, and a mark where it is reached.
void paintZeros(QPainter& painter, const Course& course, const std::vector<double>& values, const QPen& pen)
{
    const PlotFrame& plot = course.plot;
    const double floor = plot.area().bottom(), size = 1.6 + 1.4 * pen.widthF();
    for (const auto& [first, last] : zeroRuns(course, values)) {
        const QPointF foot(course.x(first), floor);
        painter.setPen(QPen(pen.color(), pen.widthF(), Qt::DotLine, Qt::FlatCap));
        if (first > 0 && plot.canShow(values[first - 1]))
            if (const auto fall = clipped(QLineF(course.at(first - 1, values[first - 1]), foot), plot.area()))
                painter.drawLine(*fall);
        painter.drawLine(foot, QPointF(course.x(last), floor));
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.drawPolygon(
            QPolygonF{foot + QPointF(-size, -1.8 * size), foot + QPointF(size, -1.8 * size), foot});
        if (foot.x() + kZeroRoom > plot.area().right())
            continue;
        painter.setFont(themeFont(TextSize::Small));
        painter.setPen(pen.color());
        paintText(painter, foot + QPointF(size + 3, 0), Qt::AlignLeft | Qt::AlignBottom, QStringLiteral("0"));
    }
}

/// Which generations a band needs: those that tell its lower end or its upper one.
std::vector<std::size_t> bandIndices(const Course& course, const std::vector<double>& low,
                                     const std::vector<double>& high)
{
    std::vector<std::size_t> all = indicesFor(course, low);
    const std::vector<std::size_t> more = indicesFor(course, high);
    all.insert(all.end(), more.begin(), more.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::erase_if(all, [&](std::size_t g) { return g >= low.size() || g >= high.size(); });
    return all;
}

QPainterPath bandOf(const Course& course, const std::vector<double>& low, const std::vector<double>& high)
{
    const PlotFrame& plot = course.plot;
    const QRectF& box = plot.area();
    QPainterPath path;
    QPolygonF up, down;
    const auto place = [&](std::size_t g, double value) {
        const double y = plot.canShow(value) ? plot.y(value) : box.bottom();
        return QPointF(course.x(g), std::clamp(y, box.top() - 1, box.bottom() + 1));
    };
    const auto endRun = [&] {
        std::reverse(down.begin(), down.end());
        if (up.size() > 1) {
            path.addPolygon(up + down);
            path.closeSubpath();
        }
        up.clear();
        down.clear();
    };
    for (const std::size_t g : bandIndices(course, low, high)) {
        if (!plot.canShow(high[g]) || !std::isfinite(low[g])) {
            endRun();
            continue;
        }
        up << place(g, high[g]);
        down << place(g, low[g]);
    }
    endRun();
    return path;
}

} // namespace

void paintGenerationCurve(QPainter& painter, const PlotFrame& plot, const std::vector<double>& values,
                          const QPen& pen, int every)
{
    const Course course{plot, double(every)};
    const Curve curve = curveOf(course, values);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPath(curve.line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    for (const QPointF& dot : curve.dots)
        painter.drawEllipse(dot, 1.2 * pen.widthF(), 1.2 * pen.widthF());
    paintZeros(painter, course, values, pen);
}

void paintGenerationBand(QPainter& painter, const PlotFrame& plot, const std::vector<double>& low,
                         const std::vector<double>& high, const QBrush& brush, int every)
{
    const QPainterPath path = bandOf({plot, double(every)}, low, high);
    const QRectF &box = plot.area(), bounds = path.boundingRect();
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    if (bounds.left() >= box.left() - 1 && bounds.right() <= box.right() + 1) {
        painter.drawPath(path);
        return;
    }
    QPainterPath inside;
    inside.addRect(box);
    painter.drawPath(path.intersected(inside));
}

} // namespace hareloom::ui
