// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/QtCurveSeries.h"

#include "ui/plot/Decimate.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kMarkSize = 9, kMarksApart = 90; // pixels

QScatterSeries::MarkerShape markerOf(LineMark::Shape shape)
{
    switch (shape) {
    case LineMark::Shape::Square:
        return QScatterSeries::MarkerShapeRectangle;
    case LineMark::Shape::Triangle:
        return QScatterSeries::MarkerShapeTriangle;
    case LineMark::Shape::Diamond:
        return QScatterSeries::MarkerShapeRotatedRectangle;
    case LineMark::Shape::Disc:
        break;
    }
    return QScatterSeries::MarkerShapeCircle;
}

/// The unbroken runs of what is looked at.
std::vector<QList<QPointF>> runsOf(const std::vector<double>& values, const CurveViewport& view, int pixels)
{
    const auto from = static_cast<std::size_t>(std::max(0.0, std::floor(view.x().low) - 1));
    const auto to = static_cast<std::size_t>(std::max(0.0, std::ceil(view.x().high) + 1));
    std::vector<QList<QPointF>> runs(1);
    for (const std::size_t g : tellingIndices(values, from, to, static_cast<std::size_t>(pixels))) {
        const double y = view.placed(values[g]);
        if (!std::isnan(y))
            runs.back() << QPointF(double(g), y);
        else if (!runs.back().isEmpty())
            runs.emplace_back();
    }
    if (runs.back().isEmpty())
        runs.pop_back();
    return runs;
}

QList<QPointF> pointsOf(const std::vector<double>& values, const CurveViewport& view, int pixels)
{
    QList<QPointF> all;
    for (const auto& run : runsOf(values, view, pixels))
        all += run;
    return all;
}

/// Points of the line `line`, at other generations than those of the lines beside it.
QList<QPointF> spacedPoints(const std::vector<double>& values, const CurveViewport& view, int pixels,
                            std::size_t line)
{
    const double step = view.x().width() * kMarksApart / std::max(1, pixels);
    QList<QPointF> points;
    for (double at = view.x().low + step * (0.5 + 0.31 * double(line % 7)); at <= view.x().high; at += step) {
        const auto g = static_cast<std::size_t>(std::max(0.0, std::round(at)));
        const double y = g < values.size() ? view.placed(values[g]) : std::nan("");
        if (!std::isnan(y) && (points.isEmpty() || points.last().x() != double(g)))
            points << QPointF(double(g), y);
    }
    return points;
}

QPen penOf(const CurveLine& line)
{
    QPen pen(line.colour, line.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!line.dashes.isEmpty())
        pen.setDashPattern(line.dashes);
    return pen;
}

} // namespace

void QtCurveSeries::show(QAbstractSeries* series)
{
    m_chart.addSeries(series);
    series->attachAxis(&m_across);
    series->attachAxis(&m_up);
}

void QtCurveSeries::addBand()
{
    Band band{new QLineSeries(&m_chart), new QLineSeries(&m_chart), nullptr};
    band.area = new QAreaSeries(band.high, band.low);
    band.area->setPen(Qt::NoPen);
    show(band.area);
    m_bands.push_back(band);
}

QLineSeries* QtCurveSeries::lineAt(std::size_t index)
{
    while (m_lines.size() <= index) {
        m_lines.push_back(new QLineSeries);
        show(m_lines.back());
    }
    return m_lines[index];
}

QScatterSeries* QtCurveSeries::marksAt(std::size_t index)
{
    while (m_marks.size() <= index) {
        auto* marks = new QScatterSeries;
        marks->setMarkerSize(kMarkSize);
        show(marks);
        m_marks.push_back(marks);
    }
    return m_marks[index];
}

std::size_t QtCurveSeries::fillLine(const CurveLine& line, const CurveViewport& view, int pixels,
                                    std::size_t next)
{
    for (const QList<QPointF>& run : runsOf(line.values, view, pixels)) {
        QLineSeries* series = lineAt(next++);
        series->setPen(penOf(line));
        series->replace(run);
        series->setVisible(true);
    }
    return next;
}

void QtCurveSeries::fill(const CurvePlot& plot, const CurveViewport& view, int pixels)
{
    while (m_bands.size() < plot.bands.size())
        addBand();
    for (std::size_t b = 0; b < m_bands.size(); ++b) {
        m_bands[b].area->setVisible(b < plot.bands.size());
        if (b >= plot.bands.size())
            continue;
        m_bands[b].low->replace(pointsOf(plot.bands[b].low, view, pixels));
        m_bands[b].high->replace(pointsOf(plot.bands[b].high, view, pixels));
        m_bands[b].area->setBrush(plot.bands[b].colour);
    }
    std::size_t next = 0, marked = 0;
    for (std::size_t i = 0; i < plot.lines.size(); ++i) {
        const CurveLine& line = plot.lines[i];
        next = fillLine(line, view, pixels, next);
        if (line.points == CurvePoints::None)
            continue;
        QScatterSeries* marks = marksAt(marked++);
        const bool isEach = line.points == CurvePoints::Each;
        marks->setMarkerShape(isEach ? QScatterSeries::MarkerShapeRotatedRectangle : markerOf(line.shape));
        marks->setColor(isEach ? QColor(Qt::transparent) : line.colour);
        marks->setBorderColor(line.colour);
        marks->replace(isEach ? pointsOf(line.values, view, pixels)
                              : spacedPoints(line.values, view, pixels, i));
        marks->setVisible(true);
    }
    for (; next < m_lines.size(); ++next)
        m_lines[next]->setVisible(false);
    for (; marked < m_marks.size(); ++marked)
        m_marks[marked]->setVisible(false);
}

} // namespace hareloom::ui
