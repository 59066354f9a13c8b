// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalChart.h"

#include "core/metrics/Catalogue.h"
#include "ui/plot/SteadyRange.h"
#include "ui/vitals/Future.h"
#include "ui/vitals/VitalPaint.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kNarrowLog = 1.5; // Automatic: a log axis needs values that differ by more than this factor
constexpr double kLeftLabels = 44, kMostLeft = 0.45, kRight = 8, kBottomBare = 5, kLeastInside = 16;
constexpr double kHeadingGap = 8, kLabelsApart = 14, kLeastApart = 48;
constexpr double kValueWidth = 64,
                 kTwoLineHeight = 104; // a long title takes a second line where there is room

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::VitalChart", text);
}

double lineHeight()
{
    return QFontMetricsF(themeFont(TextSize::Small, QFont::DemiBold)).height();
}

double valueAt(const VitalLine& line, double position)
{
    const auto g = static_cast<std::size_t>(std::lround(std::max(0.0, position) / line.every));
    return g < line.centre.size() ? line.centre[g] : std::nan("");
}

// Whether its positive values differ by more than this factor.
bool isWide(const VitalExtent& extent, double leastFactor)
{
    const auto& positive = extent.positive;
    return positive && positive->second / leastFactor > positive->first;
}

AxisRange linearRange(const VitalExtent& spanned)
{
    const auto& extent = spanned.all;
    if (!extent || (extent->first == 0 && extent->second == 0))
        return {0, 1, false};
    AxisRange range = padded(extent->first, extent->second, 0.08);
    // Quantities that cannot be negative start at zero unless that would flatten them.
    if (extent->first >= 0 && extent->first < 0.6 * extent->second)
        range.low = 0;
    return range;
}

void paintOrigin(QPainter& painter, const PlotFrame& plot, const VitalLine& line, const Theme& theme)
{
    if (line.centre.empty() || !plot.isInside(plot.xRange().low, line.centre.front()))
        return;
    painter.setPen(QPen(theme.generation(0), 1.2, Qt::DotLine, Qt::FlatCap));
    const double y = plot.y(line.centre.front());
    painter.drawLine(QPointF(plot.area().left(), y), QPointF(plot.area().right(), y));
}

} // namespace

AxisRange VitalChart::verticalRange() const
{
    if (y)
        return *y;
    const MetricInfo* info = findMetric(series->metric());
    const bool isLog = scale == AxisScale::Log || (scale == AxisScale::Automatic && info && info->preferLog);
    const double leastFactor = scale == AxisScale::Log ? 1 : kNarrowLog;
    if (hidesFuture) { // an axis that spans the whole run would say where it leads
        const auto seen = static_cast<std::size_t>(std::ceil(std::max(0.0, position))) + 1;
        const VitalExtent extent = series->extent(seen);
        return isLog && isWide(extent, leastFactor)
                   ? steadyLogRange(extent.positive->first, extent.positive->second)
                   : steadyRange(extent.all);
    }
    const VitalExtent extent = before ? series->extent().joined(*before) : series->extent();
    return isLog && isWide(extent, leastFactor)
               ? paddedLog(extent.positive->first, extent.positive->second, 0.06)
               : linearRange(extent);
}

AxisRange VitalChart::horizontalRange() const
{
    if (logGenerations && !(x && x->isLog))
        return {1, double(std::max(2, lastGeneration)), true};
    return x.value_or(AxisRange{0, double(std::max(1, lastGeneration)), false});
}

const VitalLine* VitalChart::chosenLine() const
{
    const auto& lines = series->lines();
    return lines.empty() ? nullptr : &lines[std::min(variant, lines.size() - 1)];
}

double VitalChart::headingHeight(const QRectF& area) const
{
    return (hasHeading ? headingLines(area) * lineHeight() : 0) + kHeadingGap;
}

PlotFrame::Axis VitalChart::verticalAxis(const QRectF& area) const
{
    const double height =
        area.height() - headingHeight(area) - (labelsGenerations ? lineHeight() : kBottomBare);
    PlotFrame::Axis axis{verticalRange(), hasHeading ? QString() : title(), {}};
    axis.ticks =
        niceTicks(axis.range, std::clamp(static_cast<int>(height / scaled(22)), axis.range.isLog ? 2 : 3, 8));
    axis.shorten();
    return axis;
}

PlotFrame::Axis VitalChart::horizontalAxis(double width) const
{
    PlotFrame::Axis axis{horizontalRange(), {}, {}};
    const double label =
        QFontMetricsF(themeFont(TextSize::Small)).horizontalAdvance(numberText(axis.range.high, 9));
    const double apart = std::max(scaled(kLeastApart), label + scaled(kLabelsApart));
    axis.ticks = wholeTicks(axis.range, std::max(1, static_cast<int>(width / apart)));
    if (labelsGenerations && titlesGenerations)
        axis.title = tr("generation");
    return axis;
}

double VitalChart::leftRoom(const QRectF& area) const
{
    return std::min(kMostLeft * area.width(), std::max(scaled(kLeftLabels), roomLeftOf(verticalAxis(area))));
}

std::optional<PlotFrame> VitalChart::frame(const QRectF& area) const
{
    PlotFrame::Axis up = verticalAxis(area);
    const double left = std::max(leastLeft, leftRoom(area)),
                 top = area.top() + headingHeight(area) + roomAbove(up);
    PlotFrame::Axis across = horizontalAxis(area.width() - left - kRight);
    const double right = std::max(kRight, roomRightOf(across, area.width() - left - kRight));
    if (!labelsGenerations) // as wide as the chart below, which has them
        for (Tick& tick : across.ticks)
            tick.label.clear();
    const double below = labelsGenerations ? roomBelow(across) : kBottomBare;
    const QRectF inner(area.left() + left, top, area.width() - left - right, area.bottom() - below - top);
    if (inner.height() < kLeastInside || inner.width() < kLeastInside)
        return std::nullopt;
    return PlotFrame(inner, std::move(across), std::move(up));
}

// Figures are for readers who know the term.
QString VitalChart::headingWords() const
{
    return marksPosition ? heading() : title();
}

int VitalChart::headingLines(const QRectF& area) const
{
    const QFontMetricsF metrics(themeFont(TextSize::Small, QFont::DemiBold));
    const bool fits = metrics.horizontalAdvance(headingWords()) <= area.width() - scaled(kValueWidth);
    return fits || area.height() < scaled(kTwoLineHeight) ? 1 : 2;
}

// The value, and in front of it, where there is room, what it is: of the generation that is pointed at, or
// the median over the chains.
double VitalChart::paintValue(QPainter& painter, const QRectF& area, double titleWidth,
                              const Theme& theme) const
{
    const VitalLine* line = chosenLine();
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    painter.setPen(theme.text);
    const double at = hovered >= 0 ? hovered : shown >= 0 ? shown : position;
    const QString value = line ? numberText(valueAt(*line, at)) : QString();
    const double used = paintFigures(painter, area.topRight(), Qt::AlignRight | Qt::AlignTop, value) + kGrid;
    const QString where = hovered >= 0               ? tr("gen. %1").arg(hovered)
                          : line && line->chains > 1 ? tr("median")
                                                     : QString();
    const double needed = QFontMetricsF(painter.font()).horizontalAdvance(where);
    if (where.isEmpty() || titleWidth + used + needed + kGrid > area.width())
        return used;
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    paintFigures(painter, area.topRight() - QPointF(used, 0), Qt::AlignRight | Qt::AlignTop, where);
    return used;
}

void VitalChart::paintHeading(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    const QFont font = themeFont(TextSize::Small, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const QString words = headingWords();
    const int lines = headingLines(area);
    const double width = metrics.horizontalAdvance(words); // a longer title needs the room itself
    const double room = area.width() - (marksPosition ? paintValue(painter, area, width, theme) : 0);
    painter.setFont(font);
    painter.setPen(theme.text);
    const QRectF box(area.left(), area.top(), room, lines * lineHeight());
    if (lines > 1)
        painter.drawText(box, Qt::AlignLeft | Qt::TextWordWrap, words);
    else
        painter.drawText(box, Qt::AlignLeft, metrics.elidedText(words, Qt::ElideRight, room));
}

void VitalChart::paintMarkers(QPainter& painter, const PlotFrame& plot, const Theme& theme) const
{
    const auto& lines = series->lines();
    const auto mark = [&](double at, const QPen& pen, double radius) {
        const double left = plot.x(at);
        if (left < plot.area().left() - 1 || left > plot.area().right() + 1)
            return;
        painter.setPen(pen);
        painter.drawLine(QPointF(left, plot.area().top()), QPointF(left, plot.area().bottom()));
        for (std::size_t v = 0; v < lines.size(); ++v) {
            const double value = valueAt(lines[v], at);
            if (!plot.isInside(at, value))
                continue;
            painter.setPen(QPen(theme.surface, 1.5));
            painter.setBrush(theme.variant(v));
            painter.drawEllipse(plot.at(at, value), radius, radius);
        }
    };
    mark(std::min(position, double(std::max(1, lastGeneration))), QPen(theme.muted, 1), 4);
    if (hovered >= 0)
        mark(hovered, QPen(theme.text, 1, Qt::DashLine, Qt::FlatCap), 3.5);
}

void VitalChart::paint(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    paintStill(painter, area, theme);
    paintMoving(painter, area, theme);
}

void VitalChart::paintStill(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    const auto plot = frame(area);
    if (!plot)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(TextSize::Small));
    plot->paintGrid(painter, theme);
    if (const VitalLine* line = chosenLine())
        paintOrigin(painter, *plot, *line, theme);
    const auto& lines = series->lines();
    for (const VitalLine& line : lines)
        paintReal(painter, *plot, line.real, theme.realData);
    paintVitalChanges(painter, *plot, *series, theme);
    for (std::size_t v = 0; v < lines.size(); ++v)
        paintVitalSpread(painter, *plot, *series, v, theme);
    for (std::size_t v = 0; v < lines.size(); ++v)
        paintVitalLine(painter, *plot, *series, v, theme);
    for (const PublishedCurve& curve : series->published())
        paintPublished(painter, *plot, curve, theme.realData);
    painter.setFont(themeFont(TextSize::Small));
    plot->paintAxes(painter, theme);
}

void VitalChart::paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasHeading)
        paintHeading(painter, area, theme);
    const auto plot = frame(area);
    if (plot && hidesFuture)
        coverFuture(painter, *plot, position, theme);
    if (plot && marksPosition)
        paintMarkers(painter, *plot, theme);
}

} // namespace hareloom::ui
