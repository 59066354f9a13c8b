// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/Ticks.h"
#include "ui/theme/Theme.h"

#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Two axes around a rectangle: places values and paints ticks, labels and grid. The same on the screen,
/// in a thumbnail and in an exported figure.
class PlotFrame
{
public:
    struct Axis
    {
        AxisRange range;
        QString title;           // empty: none
        std::vector<Tick> ticks; // empty: none are painted
    };

    PlotFrame(const QRectF& area, Axis x, Axis y) : m_area(area), m_x(std::move(x)), m_y(std::move(y)) {}

    /// Where the data goes; labels lie outside of it.
    const QRectF& area() const { return m_area; }
    const AxisRange& xRange() const { return m_x.range; }
    const AxisRange& yRange() const { return m_y.range; }

    double x(double value) const { return m_area.left() + m_x.range.share(value) * m_area.width(); }
    double y(double value) const { return m_area.bottom() - m_y.range.share(value) * m_area.height(); }
    QPointF at(double xValue, double yValue) const { return {x(xValue), y(yValue)}; }

    void paintGrid(QPainter& painter, const Theme& theme) const;
    void paintAxes(QPainter& painter, const Theme& theme) const;

private:
    void paintXAxis(QPainter& painter, const Theme& theme) const;
    void paintYAxis(QPainter& painter, const Theme& theme) const;

    QRectF m_area;
    Axis m_x, m_y;
};

/// The part of `area` that data are drawn in, between the words of the axes; `left` grows with the
/// font scale, `top` does not.
QRectF insideOf(const QRectF& area, double left = 64, double top = 4);

/// Words at a point, `alignment` saying which of their corners or edges lies there.
void paintText(QPainter& painter, const QPointF& at, Qt::Alignment alignment, const QString& text);
/// The same with figures of one width each, so that changing numbers do not tremble. Returns the width.
double paintFigures(QPainter& painter, const QPointF& at, Qt::Alignment alignment, const QString& text);

} // namespace hareloom::ui
