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
        QString offset = {};     // what is to be added to the labels, "+1.7×10⁹"; empty: nothing

        /// Long labels are shortened (shortenLabels()).
        Axis& shorten();
        /// Of the longest label, in themeFont(TextSize::Small).
        double labelWidth() const;
    };

    /// Shortens the labels of both axes.
    PlotFrame(const QRectF& area, Axis x, Axis y)
        : m_area(area), m_x(std::move(x.shorten())), m_y(std::move(y.shorten()))
    {
    }

    /// Where the data goes; labels lie outside of it.
    const QRectF& area() const { return m_area; }
    const AxisRange& xRange() const { return m_x.range; }
    const AxisRange& yRange() const { return m_y.range; }

    double x(double value) const { return m_area.left() + m_x.range.share(value) * m_area.width(); }
    double y(double value) const { return m_area.bottom() - m_y.range.share(value) * m_area.height(); }
    QPointF at(double xValue, double yValue) const { return {x(xValue), y(yValue)}; }
    /// Whether the value has a place on the vertical axis; it may still lie beyond its ends.
    bool canShow(double value) const;
    /// Whether it also lies between the ends of both axes.
    bool isInside(double xValue, double yValue) const;

    void paintGrid(QPainter& painter, const Theme& theme) const;
    void paintAxes(QPainter& painter, const Theme& theme) const;

private:
    void paintXAxis(QPainter& painter, const Theme& theme) const;
    void paintYAxis(QPainter& painter, const Theme& theme) const;

    QRectF m_area;
    Axis m_x, m_y;
};

/// What the words of a vertical axis take to its left: labels, and the title where there is one.
double roomLeftOf(const PlotFrame::Axis& axis);
/// What the last label of a horizontal axis of this width takes beyond its right end.
double roomRightOf(const PlotFrame::Axis& axis, double width);
/// What the words of a horizontal axis take below it.
double roomBelow(const PlotFrame::Axis& axis);
/// What an offset takes above a vertical axis without a title, which would name it; 0 where there is none.
double roomAbove(const PlotFrame::Axis& axis);

/// The part of `area` that data are drawn in, between the words of the axes; `left` grows with the
/// font scale, `top` does not.
QRectF insideOf(const QRectF& area, double left = 64, double top = 4);

/// Words at a point, `alignment` saying which of their corners or edges lies there.
void paintText(QPainter& painter, const QPointF& at, Qt::Alignment alignment, const QString& text);
/// The same with figures of one width each, so that changing numbers do not tremble; in a vector figure,
/// where nothing changes, as one run of text. Returns the width.
double paintFigures(QPainter& painter, const QPointF& at, Qt::Alignment alignment, const QString& text);

} // namespace hareloom::ui
