// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/PlotFrame.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kLabelGap = 6;

QPen hairline(const QColor& colour)
{
    QPen pen(colour, 1);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QRectF placed(const QPointF& at, Qt::Alignment alignment, double width, double height)
{
    double left = at.x(), top = at.y();
    if (alignment & Qt::AlignRight)
        left -= width;
    else if (alignment & Qt::AlignHCenter)
        left -= width / 2;
    if (alignment & Qt::AlignBottom)
        top -= height;
    else if (alignment & Qt::AlignVCenter)
        top -= height / 2;
    return {left, top, width, height};
}

} // namespace

void PlotFrame::paintGrid(QPainter& painter, const Theme& theme) const
{
    painter.setPen(hairline(theme.grid));
    for (const Tick& tick : m_x.ticks)
        painter.drawLine(QPointF(x(tick.value), m_area.top()), QPointF(x(tick.value), m_area.bottom()));
    for (const Tick& tick : m_y.ticks)
        painter.drawLine(QPointF(m_area.left(), y(tick.value)), QPointF(m_area.right(), y(tick.value)));
}

void PlotFrame::paintAxes(QPainter& painter, const Theme& theme) const
{
    painter.save();
    painter.setFont(themeFont(TextSize::Small));
    paintXAxis(painter, theme);
    paintYAxis(painter, theme);
    painter.restore();
}

void PlotFrame::paintXAxis(QPainter& painter, const Theme& theme) const
{
    painter.setPen(hairline(theme.line));
    painter.drawLine(m_area.bottomLeft(), m_area.bottomRight());
    painter.setPen(theme.muted);
    const double below = m_area.bottom() + kLabelGap;
    for (const Tick& tick : m_x.ticks)
        paintText(painter, {x(tick.value), below}, Qt::AlignHCenter | Qt::AlignTop, tick.label);
    if (!m_x.title.isEmpty())
        paintText(painter, {m_area.center().x(), below + painter.fontMetrics().height() + 2},
                  Qt::AlignHCenter | Qt::AlignTop, m_x.title);
}

void PlotFrame::paintYAxis(QPainter& painter, const Theme& theme) const
{
    painter.setPen(theme.muted);
    for (const Tick& tick : m_y.ticks)
        paintText(painter, {m_area.left() - kLabelGap, y(tick.value)}, Qt::AlignRight | Qt::AlignVCenter,
                  tick.label);
    if (m_y.title.isEmpty())
        return;
    painter.save();
    double widest = 0;
    for (const Tick& tick : m_y.ticks)
        widest = std::max(widest, painter.fontMetrics().horizontalAdvance(tick.label) * 1.0);
    painter.translate(m_area.left() - 2 * kLabelGap - widest, m_area.center().y());
    painter.rotate(-90);
    paintText(painter, {0, 0}, Qt::AlignHCenter | Qt::AlignBottom,
              painter.fontMetrics().elidedText(m_y.title, Qt::ElideRight,
                                               static_cast<int>(m_area.height()) + 2 * kGrid));
    painter.restore();
}

QRectF insideOf(const QRectF& area, double left, double top)
{
    return area.adjusted(scaled(left), top, -16, -scaled(44));
}

void paintText(QPainter& painter, const QPointF& at, Qt::Alignment alignment, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    const QRectF box = placed(at, alignment, metrics.horizontalAdvance(text), metrics.height());
    painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), text);
}

double paintFigures(QPainter& painter, const QPointF& at, Qt::Alignment alignment, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    const double figure = metrics.horizontalAdvance(QLatin1Char('0'));
    const auto widthOf = [&](QChar c) { return c.isDigit() ? figure : metrics.horizontalAdvance(c); };
    double width = 0;
    for (const QChar c : text)
        width += widthOf(c);
    const QRectF box = placed(at, alignment, width, metrics.height());
    double left = box.left();
    for (const QChar c : text) {
        const double cell = widthOf(c);
        painter.drawText(
            QPointF(left + (cell - metrics.horizontalAdvance(c)) / 2, box.top() + metrics.ascent()), c);
        left += cell;
    }
    return width;
}

} // namespace hareloom::ui
