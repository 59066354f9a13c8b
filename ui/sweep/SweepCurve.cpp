// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepCurve.h"

#include "ui/plot/Clip.h"
#include "ui/plot/LineMark.h"
#include "ui/sweep/LowestTheory.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
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

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SweepCurve)
};

void paintHollow(QPainter& painter, const QPointF& at, const QColor& ink, const Theme& theme)
{
    painter.setPen(QPen(ink, 1.4));
    painter.setBrush(theme.surface);
    painter.drawEllipse(at, kRadius, kRadius);
    painter.setBrush(Qt::NoBrush);
}

void paintDiamond(QPainter& painter, const QPointF& at, const QColor& ink, const Theme& theme)
{
    LineMark mark;
    mark.colour = ink;
    mark.shape = LineMark::Shape::Diamond;
    paintPoint(painter, at, 1.6 * kRadius, mark, theme);
}

} // namespace

SweepCurve::SweepCurve(const SweepPicture& picture, const QRectF& area, const Theme& theme, bool hasLegend)
    : m_picture(picture), m_theme(theme), m_area(area), m_hasLegend(hasLegend)
{
    const std::size_t shown = std::min(picture.rows(), kMostCurves);
    for (std::size_t i = 0; i < shown; ++i)
        m_rows.push_back(shown == 1 ? 0 : i * (picture.rows() - 1) / (shown - 1));
    PlotFrame::Axis across{picture.across.range(), picture.across.title(),
                           picture.across.ticks(area.width())};
    PlotFrame::Axis up{picture.valueRange(true).value_or(AxisRange{0, 1, false}), picture.metric, {}};
    const double legend = (hasLegend ? legendHeight() : 0) + kGrid;
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

void SweepCurve::addRows(std::vector<Entry>& all) const
{
    for (std::size_t line = 0; line < m_rows.size(); ++line) {
        const QString words =
            m_picture.up
                ? Words::tr("%1 %2").arg(m_picture.up->title(),
                                         m_picture.up->labels()[static_cast<qsizetype>(m_rows[line])])
                : m_picture.statistic;
        all.push_back({words, [this, line](QPainter& painter, const QPointF& at) {
                           paintLineMark(painter, at, kMark, LineMark::of(line, m_theme), m_theme);
                       }});
    }
    if (m_rows.size() < m_picture.rows())
        all.push_back({Words::tr("%1 of %2 are drawn").arg(m_rows.size()).arg(m_picture.rows())});
}

std::vector<SweepCurve::Entry> SweepCurve::entries() const
{
    std::vector<Entry> all;
    addRows(all);
    if (m_picture.hasPartial())
        all.push_back({m_picture.partialWords(), [this](QPainter& painter, const QPointF& at) {
                           paintHollow(painter, at + QPointF(kMark / 2, 0), m_theme.muted, m_theme);
                       }});
    if (!m_picture.band.isEmpty())
        all.push_back({m_picture.band, [this](QPainter& painter, const QPointF& at) {
                           painter.fillRect(QRectF(at.x(), at.y() - 5, kMark, 10),
                                            withAlpha(m_theme.muted, 0.3));
                       }});
    if (!m_picture.theory.isEmpty())
        all.push_back({m_picture.theory, [this](QPainter& painter, const QPointF& at) {
                           painter.setPen(QPen(m_theme.realData, kTheoryWidth, Qt::DashLine));
                           painter.drawLine(at, at + QPointF(kMark, 0));
                       }});
    addLowest(all);
    return all;
}

// One entry for all curves, in their order.
void SweepCurve::addLowest(std::vector<Entry>& all) const
{
    QStringList places;
    for (const std::size_t row : m_rows)
        if (const auto lowest = lowestTheory(m_picture, row))
            places << lowest->label;
    if (!places.isEmpty())
        all.push_back({Words::tr("theory is lowest at %1").arg(places.join(QStringLiteral(", "))),
                       [this](QPainter& painter, const QPointF& at) {
                           paintDiamond(painter, at + QPointF(kMark / 2, 0), m_theme.realData, m_theme);
                       }});
}

void SweepCurve::paintLowest(QPainter& painter, std::size_t line) const
{
    const auto lowest = lowestTheory(m_picture, m_rows[line]);
    if (lowest && m_plot->isInside(lowest->position, lowest->value))
        paintDiamond(painter, m_plot->at(lowest->position, lowest->value), m_theme.realData, m_theme);
}

QStringList SweepCurve::legend() const
{
    QStringList words;
    for (const Entry& entry : entries())
        words << entry.words;
    return words;
}

/// The left end of each entry, in the middle of its line; lines follow each other from the top of the area.
std::vector<QPointF> SweepCurve::places(const std::vector<Entry>& all) const
{
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    std::vector<QPointF> places;
    const double left = m_area.left();
    QPointF at(left, m_area.top() + lineHeight() / 2);
    for (const Entry& entry : all) {
        const double width = (entry.mark ? kMark + kGap : 0) + metrics.horizontalAdvance(entry.words);
        if (at.x() + width > m_area.right() && at.x() > left)
            at = QPointF(left, at.y() + lineHeight());
        places.push_back(at);
        at += QPointF(width + kEntryGap, 0);
    }
    return places;
}

double SweepCurve::legendHeight() const
{
    const std::vector<QPointF> placed = places(entries());
    return placed.empty() ? 0 : placed.back().y() + lineHeight() / 2 - m_area.top();
}

void SweepCurve::paintLegend(QPainter& painter) const
{
    painter.setFont(themeFont(TextSize::Small));
    const QFontMetricsF metrics(painter.font());
    const std::vector<Entry> all = entries();
    const std::vector<QPointF> placed = places(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].mark)
            all[i].mark(painter, placed[i]);
        const QPointF words = placed[i] + QPointF(all[i].mark ? kMark + kGap : 0, 0);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(m_theme.muted);
        paintText(painter, words, Qt::AlignLeft | Qt::AlignVCenter,
                  metrics.elidedText(all[i].words, Qt::ElideRight, m_area.right() - words.x()));
    }
}

// A point of fewer chains than the others is hollow.
void SweepCurve::paintPoints(QPainter& painter, std::size_t line) const
{
    const LineMark mark = LineMark::of(line, m_theme);
    for (std::size_t c = 0; c < m_picture.across.size(); ++c) {
        const double x = m_picture.across.position(c), at = value(c, m_rows[line], Of::Centre);
        if (!m_plot->isInside(x, at))
            continue;
        if (m_picture.isPartial(m_picture.at(c, m_rows[line])))
            paintHollow(painter, m_plot->at(x, at), mark.colour, m_theme);
        else
            paintPoint(painter, m_plot->at(x, at), kRadius, mark, m_theme);
    }
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
        paintLine(painter, m_rows[line], Of::Centre, LineMark::of(line, m_theme).pen(kLineWidth));
        paintPoints(painter, line);
    }
    for (std::size_t line = 0; line < m_rows.size(); ++line)
        paintLowest(painter, line);
    m_plot->paintAxes(painter, m_theme);
    if (m_hasLegend)
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
