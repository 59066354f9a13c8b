// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/PlotFrame.h"

#include "ui/plot/AxisWishes.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

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

enum class Direction { Across, Up };

/// The axis' own, or the one that somebody wants in its place. An axis without labels, which the chart below
/// has, gets none.
QString titleOf(const PlotFrame::Axis& axis, Direction direction)
{
    const AxisWishScope* wished = AxisWishScope::present();
    if (!wished || axis.labelWidth() == 0)
        return axis.title;
    const QString& title = (direction == Direction::Across ? wished->wishes().x : wished->wishes().y).title;
    return title.isEmpty() ? axis.title : title;
}

/// The title, and what is to be added to the labels.
QString wordsOf(const PlotFrame::Axis& axis, Direction direction)
{
    const QString title = titleOf(axis, direction);
    return title.isEmpty() || axis.offset.isEmpty() ? title
                                                    : QStringLiteral("%1 (%2)").arg(title, axis.offset);
}

double smallHeight()
{
    return QFontMetricsF(themeFont(TextSize::Small)).height();
}

} // namespace

PlotFrame::Axis& PlotFrame::Axis::shorten()
{
    if (offset.isEmpty())
        offset = shortenLabels(ticks, range);
    return *this;
}

double PlotFrame::Axis::labelWidth() const
{
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    double widest = 0;
    for (const Tick& tick : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    return widest;
}

double roomLeftOf(const PlotFrame::Axis& axis)
{
    return kLabelGap + axis.labelWidth() +
           (titleOf(axis, Direction::Up).isEmpty() ? 0 : kLabelGap + smallHeight());
}

double roomRightOf(const PlotFrame::Axis& axis, double width)
{
    if (axis.ticks.empty())
        return 0;
    const Tick& last = axis.ticks.back();
    const double half = QFontMetricsF(themeFont(TextSize::Small)).horizontalAdvance(last.label) / 2;
    return std::max(0.0, half - (1 - axis.range.share(last.value)) * width);
}

double roomBelow(const PlotFrame::Axis& axis)
{
    const double labels = axis.labelWidth() > 0 ? kLabelGap + smallHeight() : 0;
    return labels + (titleOf(axis, Direction::Across).isEmpty() ? 0 : smallHeight() + 2);
}

double roomAbove(const PlotFrame::Axis& axis)
{
    return axis.offset.isEmpty() || !titleOf(axis, Direction::Up).isEmpty() ? 0 : smallHeight();
}

bool PlotFrame::canShow(double value) const
{
    return std::isfinite(value) && (!m_y.range.isLog || value > 0);
}

bool PlotFrame::isInside(double xValue, double yValue) const
{
    return canShow(yValue) && m_area.adjusted(-1, -1, 1, 1).contains(at(xValue, yValue));
}

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
    if (AxisWishScope* wished = AxisWishScope::present())
        wished->notePainted(m_x.range, m_y.range);
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
    if (const QString words = wordsOf(m_x, Direction::Across); !words.isEmpty())
        paintText(painter, {m_area.center().x(), below + painter.fontMetrics().height() + 2},
                  Qt::AlignHCenter | Qt::AlignTop, words);
    else if (!m_x.offset.isEmpty())
        paintText(painter, {m_area.right(), below + painter.fontMetrics().height()},
                  Qt::AlignRight | Qt::AlignTop, m_x.offset);
}

void PlotFrame::paintYAxis(QPainter& painter, const Theme& theme) const
{
    painter.setPen(theme.muted);
    for (const Tick& tick : m_y.ticks)
        paintText(painter, {m_area.left() - kLabelGap, y(tick.value)}, Qt::AlignRight | Qt::AlignVCenter,
                  tick.label);
    const double widest = std::round(m_y.labelWidth());
    if (titleOf(m_y, Direction::Up).isEmpty()) {
        paintText(painter, {m_area.left() - kLabelGap - widest, m_area.top() - smallHeight() / 2},
                  Qt::AlignLeft | Qt::AlignBottom, m_y.offset);
        return;
    }
    painter.save();
    painter.translate(m_area.left() - 2 * kLabelGap - widest, m_area.center().y());
    painter.rotate(-90);
    paintText(painter, {0, 0}, Qt::AlignHCenter | Qt::AlignBottom,
              painter.fontMetrics().elidedText(wordsOf(m_y, Direction::Up), Qt::ElideRight,
                                               static_cast<int>(m_area.height()) + 2 * kGrid));
    painter.restore();
}

QRectF insideOf(const QRectF& area, double left, double top)
{
    return area.adjusted(scaled(left), top, -16, -scaled(44));
}

void paintText(QPainter& painter, const QPointF& at, Qt::Alignment alignment, const QString& text)
{
    if (text.isEmpty())
        return;
    const QFontMetricsF metrics(painter.font());
    const QRectF box = placed(at, alignment, metrics.horizontalAdvance(text), metrics.height());
    painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), text);
}

double paintFigures(QPainter& painter, const QPointF& at, Qt::Alignment alignment, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    const auto engine = painter.paintEngine()->type();
    if (engine != QPaintEngine::Raster && engine != QPaintEngine::OpenGL2) {
        paintText(painter, at, alignment, text);
        return metrics.horizontalAdvance(text);
    }
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
