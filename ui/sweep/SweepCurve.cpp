// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepCurve.h"

#include "ui/plot/Clip.h"
#include "ui/plot/LineMark.h"
#include "ui/theme/OkLab.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kBandOpacity = 0.16, kLineWidth = 1.8, kTheoryWidth = 1.3, kRadius = 3.5;
constexpr double kMark = 28, kGap = 6, kEntryGap = 16;

double lineHeight()
{
    return QFontMetricsF(themeFont(TextSize::Small)).height();
}

} // namespace

SweepCurve::SweepCurve(const SweepPicture& picture, const QRectF& area, const Theme& theme)
    : m_picture(picture), m_theme(theme), m_area(area)
{
    const std::size_t shown = std::min(picture.rows(), kMostCurves);
    for (std::size_t i = 0; i < shown; ++i)
        m_rows.push_back(shown == 1 ? 0 : i * (picture.rows() - 1) / (shown - 1));
    const double legend = lineHeight() + kGrid;
    PlotFrame::Axis across{picture.across.range(), picture.across.title(),
                           picture.across.ticks(area.width())};
    PlotFrame::Axis up{picture.valueRange(true).value_or(AxisRange{0, 1, false}), picture.metric, {}};
    const double height = area.height() - legend - roomBelow(across);
    up.ticks = niceTicks(up.range, std::clamp(static_cast<int>(height / scaled(28)), 2, 8));
    up.shorten();
    const double left = roomLeftOf(up) + kGap;
    const double right = std::max(double(kGrid), roomRightOf(across, area.width() - left));
    const QRectF inner(area.left() + left, area.top() + legend, area.width() - left - right, height - kGap);
    if (inner.width() > 16 && inner.height() > 16)
        m_plot.emplace(inner, std::move(across), std::move(up));
}

double SweepCurve::value(std::size_t column, std::size_t row, Of of) const
{
    const SweepCell& cell = m_picture.at(column, row);
    switch (of) {
    case Of::Centre:
        return cell.centre;
    case Of::Low:
        return cell.low;
    case Of::High:
        return cell.high;
    case Of::Theory:
        return m_picture.drawnTheory(cell);
    }
    return cell.centre;
}

void SweepCurve::paintBand(QPainter& painter, std::size_t row, const QColor& colour) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double floor = m_plot->area().bottom();
    const auto yOf = [&](double v) {
        return m_plot->canShow(v) ? std::clamp(m_plot->y(v), m_plot->area().top(), floor) : floor;
    };
    for (std::size_t c = 0; c + 1 < m_picture.across.size(); ++c) {
        const double lowLeft = value(c, row, Of::Low), highLeft = value(c, row, Of::High);
        const double lowRight = value(c + 1, row, Of::Low), highRight = value(c + 1, row, Of::High);
        if (!std::isfinite(lowLeft) || !std::isfinite(highLeft) || !std::isfinite(lowRight) ||
            !std::isfinite(highRight))
            continue;
        const double left = m_plot->x(m_picture.across.position(c));
        const double right = m_plot->x(m_picture.across.position(c + 1));
        painter.drawPolygon(QPolygonF({QPointF(left, yOf(lowLeft)), QPointF(left, yOf(highLeft)),
                                       QPointF(right, yOf(highRight)), QPointF(right, yOf(lowRight))}));
    }
    painter.setBrush(Qt::NoBrush);
}

void SweepCurve::paintLine(QPainter& painter, std::size_t row, Of of, const QPen& pen) const
{
    QList<QLineF> pieces;
    for (std::size_t c = 0; c + 1 < m_picture.across.size(); ++c) {
        const double from = value(c, row, of), to = value(c + 1, row, of);
        if (m_plot->canShow(from) && m_plot->canShow(to))
            appendClipped(pieces,
                          QLineF(m_plot->at(m_picture.across.position(c), from),
                                 m_plot->at(m_picture.across.position(c + 1), to)),
                          m_plot->area());
    }
    painter.setPen(pen);
    painter.drawLines(pieces);
}

void SweepCurve::paintLegend(QPainter& painter) const
{
    painter.setFont(themeFont(TextSize::Small));
    const QFontMetricsF metrics(painter.font());
    double left = m_plot->area().left();
    const double middle = m_area.top() + lineHeight() / 2;
    const auto entry = [&](const QString& words, const auto& mark) {
        const double width = kMark + kGap + metrics.horizontalAdvance(words);
        if (left + width > m_area.right() && left > m_plot->area().left())
            return;
        mark(QPointF(left, middle));
        painter.setPen(m_theme.muted);
        paintText(painter, {left + kMark + kGap, middle}, Qt::AlignLeft | Qt::AlignVCenter, words);
        left += width + kEntryGap;
    };
    for (const std::size_t row : m_rows)
        entry(m_picture.up ? QStringLiteral("%1 %2").arg(m_picture.up->title(),
                                                         m_picture.up->labels()[static_cast<qsizetype>(row)])
                           : m_picture.statistic,
              [&](const QPointF& at) {
                  const auto line =
                      static_cast<std::size_t>(std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin());
                  paintLineMark(painter, at, kMark, LineMark::of(line, m_theme), m_theme);
              });
    if (!m_picture.band.isEmpty())
        entry(m_picture.band, [&](const QPointF& at) {
            painter.fillRect(QRectF(at.x(), at.y() - 5, kMark, 10), withAlpha(m_theme.muted, 0.3));
        });
    if (!m_picture.theory.isEmpty())
        entry(m_picture.theory, [&](const QPointF& at) {
            painter.setPen(QPen(m_theme.realData, kTheoryWidth, Qt::DashLine));
            painter.drawLine(at, at + QPointF(kMark, 0));
        });
}

void SweepCurve::paint(QPainter& painter) const
{
    if (!m_plot)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    m_plot->paintGrid(painter, m_theme);
    for (std::size_t line = 0; line < m_rows.size(); ++line)
        paintBand(painter, m_rows[line], withAlpha(LineMark::of(line, m_theme).colour, kBandOpacity));
    if (!m_picture.theory.isEmpty())
        for (std::size_t line = 0; line < m_rows.size(); ++line)
            paintLine(painter, m_rows[line], Of::Theory,
                      QPen(m_rows.size() > 1 ? LineMark::of(line, m_theme).colour : m_theme.realData,
                           kTheoryWidth, Qt::DashLine));
    for (std::size_t line = 0; line < m_rows.size(); ++line) {
        const LineMark mark = LineMark::of(line, m_theme);
        paintLine(painter, m_rows[line], Of::Centre, mark.pen(kLineWidth));
        for (std::size_t c = 0; c < m_picture.across.size(); ++c)
            if (const double at = value(c, m_rows[line], Of::Centre);
                m_plot->isInside(m_picture.across.position(c), at))
                paintPoint(painter, m_plot->at(m_picture.across.position(c), at), kRadius, mark, m_theme);
    }
    m_plot->paintAxes(painter, m_theme);
    paintLegend(painter);
}

void SweepCurve::paintChosen(QPainter& painter, std::size_t column, std::size_t row) const
{
    if (!m_plot || !m_plot->canShow(value(column, row, Of::Centre)))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.realData, 2));
    painter.drawEllipse(m_plot->at(m_picture.across.position(column), value(column, row, Of::Centre)),
                        2 * kRadius, 2 * kRadius);
}

std::optional<std::pair<std::size_t, std::size_t>> SweepCurve::pointAt(const QPointF& at) const
{
    if (!m_plot || !m_plot->area().adjusted(-kGrid, -kGrid, kGrid, kGrid).contains(at))
        return {};
    std::optional<std::pair<std::size_t, std::size_t>> nearest;
    double least = std::numeric_limits<double>::infinity();
    for (const std::size_t row : m_rows)
        for (std::size_t c = 0; c < m_picture.across.size(); ++c) {
            const double v = value(c, row, Of::Centre);
            const double y = m_plot->canShow(v) ? m_plot->y(v) : at.y();
            const double distance =
                std::hypot(m_plot->x(m_picture.across.position(c)) - at.x(), 0.3 * (y - at.y()));
            if (distance < least) {
                least = distance;
                nearest = {c, row};
            }
        }
    return nearest;
}

} // namespace hareloom::ui
