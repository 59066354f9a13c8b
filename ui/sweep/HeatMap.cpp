// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/HeatMap.h"

#include "ui/plot/PlotFrame.h"
#include "ui/sweep/ColourScale.h"
#include "ui/sweep/Contours.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kGap = 6, kBeforeBar = 16, kLeastNumber = 13; // below: no room for a number in a cell
constexpr double kMark = 28, kCorner = 9, kInset = 2;
constexpr double kPlateau = 0.005, kTouch = 1e-6; // of the bar's length
constexpr int kMostLevels = 6;

double lineHeight()
{
    return QFontMetricsF(themeFont(TextSize::Small)).height();
}

double widestOf(const QStringList& labels)
{
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    double widest = 0;
    for (const QString& label : labels)
        widest = std::max(widest, metrics.horizontalAdvance(label));
    return widest;
}

/// Every how many values have a label, so that none touches the next.
std::size_t labelStep(double room, double needed, std::size_t values)
{
    const double each = room / double(values);
    return static_cast<std::size_t>(std::max(1.0, std::ceil(needed / std::max(each, 1e-6))));
}

/// The corner of a cell that is of fewer chains than others.
void paintCorner(QPainter& painter, const QRectF& cell, const QColor& ink)
{
    const double size = std::min({kCorner, cell.width() / 2, cell.height() / 2});
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const QPointF at = cell.topRight() + QPointF(-kInset, kInset); // on its own colour: not a notch in the map
    painter.drawPolygon(QPolygonF({at, at - QPointF(size, 0), at + QPointF(0, size)}));
    painter.setBrush(Qt::NoBrush);
}

} // namespace

HeatMap::HeatMap(const SweepPicture& picture, const QRectF& area, const Theme& theme)
    : m_picture(picture), m_theme(theme), m_range(picture.valueRange(false)), m_area(area)
{
    const double left = widestOf(picture.up->labels()) + lineHeight() + 3 * kGap;
    const double below = 2 * lineHeight() + 2 * kGap;
    const double height = std::max(1.0, area.height() - below - lineHeight() / 2);
    const double bar = m_range ? ColourScale(*m_range, theme).width(height) + kBeforeBar : 0;
    m_cells = QRectF(area.left() + left, area.top() + lineHeight() / 2,
                     std::max(1.0, area.width() - left - bar), height);
    m_bar = QRectF(m_cells.right() + kBeforeBar, m_cells.top(), std::max(0.0, bar - kBeforeBar), height);
}

QPointF HeatMap::place(const QPointF& order) const
{
    return {m_cells.left() + (order.x() + 0.5) * m_cells.width() / double(m_picture.across.size()),
            m_cells.bottom() - (order.y() + 0.5) * m_cells.height() / double(m_picture.rows())};
}

QRectF HeatMap::cell(std::size_t column, std::size_t row) const
{
    const QPointF lowLeft = place({double(column) - 0.5, double(row) - 0.5});
    const QPointF highRight = place({double(column) + 0.5, double(row) + 0.5});
    return QRectF(QPointF(lowLeft.x(), highRight.y()), QPointF(highRight.x(), lowLeft.y()));
}

std::optional<std::pair<std::size_t, std::size_t>> HeatMap::cellAt(const QPointF& at) const
{
    if (!m_cells.contains(at))
        return {};
    const double across = (at.x() - m_cells.left()) / m_cells.width() * double(m_picture.across.size());
    const double up = (m_cells.bottom() - at.y()) / m_cells.height() * double(m_picture.rows());
    return std::pair(std::min(static_cast<std::size_t>(across), m_picture.across.size() - 1),
                     std::min(static_cast<std::size_t>(up), m_picture.rows() - 1));
}

void HeatMap::paintCells(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false); // neighbours leave no seam
    painter.fillRect(m_cells, m_theme.raised);
    for (std::size_t row = 0; row < m_picture.rows(); ++row)
        for (std::size_t column = 0; column < m_picture.across.size(); ++column) {
            const SweepCell& point = m_picture.at(column, row);
            if (point.state == SweepCell::State::Failed)
                painter.fillRect(cell(column, row), QBrush(m_theme.danger, Qt::BDiagPattern));
            else if (m_range && std::isfinite(point.centre))
                painter.fillRect(cell(column, row), ColourScale(*m_range, m_theme).colour(point.centre));
        }
    painter.setRenderHint(QPainter::Antialiasing);
}

void HeatMap::paintNumbers(QPainter& painter) const
{
    if (!m_range || cell(0, 0).height() < scaled(kLeastNumber) + 4)
        return;
    painter.setFont(themeFont(TextSize::Small));
    const QFontMetricsF metrics(painter.font());
    const ColourScale scale(*m_range, m_theme);
    for (std::size_t row = 0; row < m_picture.rows(); ++row)
        for (std::size_t column = 0; column < m_picture.across.size(); ++column) {
            const SweepCell& point = m_picture.at(column, row);
            const QString words = numberText(point.centre, 2);
            if (point.state == SweepCell::State::Failed || !std::isfinite(point.centre) ||
                metrics.horizontalAdvance(words) + kGap > cell(column, row).width())
                continue;
            painter.setPen(scale.ink(point.centre));
            paintText(painter, cell(column, row).center(), Qt::AlignCenter, words);
        }
}

double HeatMap::onScale(double value) const
{
    if (!m_range->isLog)
        return value;
    return value > 0 ? std::log(value) : std::nan("");
}

// On a plateau, where it changes by less than the eye tells on the bar, a line would follow rounding; so it
// would where theory only touches the level.
QList<QLineF> HeatMap::linesAt(const std::vector<double>& theory, double level) const
{
    const double length = onScale(m_range->high) - onScale(m_range->low);
    const double least = kPlateau * length, at = onScale(level) - kTouch * length;
    const std::size_t columns = m_picture.across.size();
    QList<QLineF> lines;
    for (const QLineF& piece : contour(theory, columns, at)) {
        const QPointF middle = piece.center();
        const auto x = std::min(static_cast<std::size_t>(middle.x()), columns - 2); // it may lie on the edge
        const auto y = std::min(static_cast<std::size_t>(middle.y()), m_picture.rows() - 2);
        const std::size_t square = y * columns + x;
        const std::array corners = {theory[square], theory[square + 1], theory[square + columns],
                                    theory[square + columns + 1]};
        const auto [low, high] = std::minmax_element(corners.begin(), corners.end());
        if (*high - *low > least)
            lines << QLineF(place(piece.p1()), place(piece.p2()));
    }
    return lines;
}

// Between words a line would have no meaning.
std::vector<double> HeatMap::theoryOnScale() const
{
    std::vector<double> values;
    if (!m_range || !drawsTheory())
        return values;
    for (const SweepCell& point : m_picture.cells)
        values.push_back(onScale(m_picture.drawnTheory(point)));
    return values;
}

bool HeatMap::hasLines() const
{
    const std::vector<double> values = theoryOnScale();
    if (values.empty())
        return false;
    const auto levels = ColourScale(*m_range, m_theme).ticks(kMostLevels);
    return std::any_of(levels.begin(), levels.end(),
                       [&](const Tick& level) { return !linesAt(values, level.value).isEmpty(); });
}

bool HeatMap::drawsTheory() const
{
    return !m_picture.theory.isEmpty() && m_picture.across.isNumeric() && m_picture.up->isNumeric() &&
           m_picture.rows() > 1 && m_picture.across.size() > 1;
}

void HeatMap::paintTheory(QPainter& painter) const
{
    const std::vector<double> values = theoryOnScale();
    if (values.empty())
        return;
    for (const Tick& level : ColourScale(*m_range, m_theme).ticks(kMostLevels)) {
        const QList<QLineF> lines = linesAt(values, level.value);
        painter.setPen(QPen(withAlpha(m_theme.surface, 0.75), 3.4));
        painter.drawLines(lines);
        painter.setPen(theoryPen());
        painter.drawLines(lines);
    }
}

QPen HeatMap::theoryPen() const
{
    return QPen(m_theme.realData, 1.4, Qt::DashLine);
}

// A label stands as far as its line goes from the cells' middles, where numbers are, and leaves earlier ones
// alone.
void HeatMap::paintLevels(QPainter& painter) const
{
    const std::vector<double> values = theoryOnScale();
    if (values.empty())
        return;
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    QList<QRectF> taken;
    for (const Tick& level : ColourScale(*m_range, m_theme).ticks(kMostLevels)) {
        QRectF best;
        double most = -1;
        for (const QLineF& line : linesAt(values, level.value)) {
            QRectF box(0, 0, metrics.horizontalAdvance(level.label) + kGap, metrics.height());
            box.moveCenter(line.center());
            const auto at = cellAt(line.center());
            const bool isFree = std::none_of(taken.begin(), taken.end(),
                                             [&](const QRectF& other) { return other.intersects(box); });
            const double distance =
                at ? QLineF(cell(at->first, at->second).center(), line.center()).length() : 0;
            if (isFree && distance > most) {
                most = distance;
                best = box;
            }
        }
        if (most < 0)
            continue;
        taken << best;
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(m_theme.surface, 0.85));
        painter.drawRoundedRect(best, 3, 3);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(m_theme.text);
        paintText(painter, best.center(), Qt::AlignCenter, level.label);
    }
}

void HeatMap::paintPartial(QPainter& painter) const
{
    for (std::size_t row = 0; row < m_picture.rows(); ++row)
        for (std::size_t column = 0; column < m_picture.across.size(); ++column)
            if (const SweepCell& point = m_picture.at(column, row); m_range && m_picture.isPartial(point))
                paintCorner(painter, cell(column, row), ColourScale(*m_range, m_theme).ink(point.centre));
}

void HeatMap::paintLabels(QPainter& painter) const
{
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(m_theme.muted);
    const QStringList& up = m_picture.up->labels();
    const std::size_t everyRow = labelStep(m_cells.height(), lineHeight() + 2, m_picture.rows());
    for (const SweptAxis::Label& label : m_picture.across.labelsIn(m_cells.width()))
        paintText(painter, {place({double(label.value), 0}).x(), m_cells.bottom() + kGap},
                  Qt::AlignHCenter | Qt::AlignTop, label.words);
    for (std::size_t r = 0; r < m_picture.rows(); r += everyRow)
        paintText(painter, {m_cells.left() - kGap, place({0, double(r)}).y()},
                  Qt::AlignRight | Qt::AlignVCenter, up[static_cast<qsizetype>(r)]);
}

void HeatMap::paintTitles(QPainter& painter) const
{
    const QFontMetricsF metrics(painter.font());
    paintText(painter, {m_cells.center().x(), m_cells.bottom() + kGap + lineHeight() + 2},
              Qt::AlignHCenter | Qt::AlignTop,
              metrics.elidedText(m_picture.across.title(), Qt::ElideRight, m_area.width()));
    painter.save();
    painter.translate(m_cells.left() - 2 * kGap - widestOf(m_picture.up->labels()), m_cells.center().y());
    painter.rotate(-90);
    paintText(painter, {0, 0}, Qt::AlignHCenter | Qt::AlignBottom,
              metrics.elidedText(m_picture.up->title(), Qt::ElideRight, m_area.height()));
    painter.restore();
}

// On both sides of the title: what a corner means, and what the lines are.
void HeatMap::paintLegend(QPainter& painter) const
{
    const QFontMetricsF metrics(painter.font());
    const double y = m_cells.bottom() + kGap + 1.5 * lineHeight() + 2;
    if (m_picture.hasPartial()) {
        const double left = m_area.left() + kCorner + kGap;
        const double title = metrics.horizontalAdvance(m_picture.across.title()) / 2;
        paintCorner(painter, QRectF(m_area.left() - kCorner, y - kCorner / 2, 2 * kCorner, 2 * kCorner),
                    m_theme.muted);
        painter.setPen(m_theme.muted);
        paintText(painter, {left, y}, Qt::AlignLeft | Qt::AlignVCenter,
                  metrics.elidedText(m_picture.partialWords(), Qt::ElideRight,
                                     m_cells.center().x() - title - kGap - left));
    }
    if (!hasLines())
        return;
    const double right = m_bar.isEmpty() ? m_cells.right() : m_bar.right();
    const double width = metrics.horizontalAdvance(m_picture.theory);
    paintText(painter, {right, y}, Qt::AlignRight | Qt::AlignVCenter, m_picture.theory);
    painter.setPen(theoryPen());
    painter.drawLine(QPointF(right - width - kGap - kMark, y), QPointF(right - width - kGap, y));
    painter.setPen(m_theme.muted);
}

void HeatMap::paint(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintCells(painter);
    paintTheory(painter);
    paintNumbers(painter);
    paintPartial(painter);
    paintLevels(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.line, 1));
    painter.drawRect(m_cells);
    paintLabels(painter);
    paintTitles(painter);
    paintLegend(painter);
    if (m_range)
        ColourScale(*m_range, m_theme).paint(painter, m_bar);
}

void HeatMap::paintChosen(QPainter& painter, std::size_t column, std::size_t row) const
{
    const QRectF box = cell(column, row);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.surface, 4));
    painter.drawRect(box);
    painter.setPen(QPen(m_theme.realData, 2));
    painter.drawRect(box);
}

} // namespace hareloom::ui
