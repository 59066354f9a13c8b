// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/OverlayChart.h"

#include "core/metrics/Catalogue.h"
#include "ui/compare/ColumnMark.h"
#include "ui/plot/MetricTitle.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

constexpr double kPointsApart = 64; // pixels between the marks on a line
constexpr double kNarrowLog = 1.5;  // a log axis needs values that differ by more than this factor

QString tr(const char* text)
{
    return QCoreApplication::translate("OverlayChart", text);
}

struct Extent
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    bool isEmpty() const { return low > high; }
};

Extent extentOf(const std::vector<std::vector<double>>& lines, bool positiveOnly)
{
    Extent extent;
    for (const auto& line : lines)
        for (const double value : line)
            if (std::isfinite(value) && (!positiveOnly || value > 0)) {
                extent.low = std::min(extent.low, value);
                extent.high = std::max(extent.high, value);
            }
    return extent;
}

bool canShow(const PlotFrame& plot, double value)
{
    return std::isfinite(value) && (!plot.yRange().isLog || value > 0);
}

QPainterPath pathOf(const PlotFrame& plot, const std::vector<double>& values)
{
    QPainterPath path;
    bool isDown = false;
    const auto stride = std::max<std::size_t>(
        1, values.size() / static_cast<std::size_t>(std::max(1.0, 2 * plot.area().width())));
    for (std::size_t g = 0; g < values.size(); g += stride) {
        if (canShow(plot, values[g])) {
            const QPointF point = plot.at(double(g), values[g]);
            isDown ? path.lineTo(point) : path.moveTo(point);
        }
        isDown = canShow(plot, values[g]);
    }
    return path;
}

/// From the 10% to the 90% point over the chains.
void paintBand(QPainter& painter, const PlotFrame& plot, const OverlayBand& band, const QColor& colour)
{
    QPolygonF up, down;
    const QRectF& area = plot.area();
    const auto clamped = [&](std::size_t g, double value) {
        return QPointF(plot.x(double(g)), std::clamp(plot.y(value), area.top(), area.bottom()));
    };
    const auto stride =
        std::max<std::size_t>(1, band.low.size() / static_cast<std::size_t>(std::max(1.0, 2 * area.width())));
    for (std::size_t g = 0; g < std::min(band.low.size(), band.high.size()); g += stride)
        if (canShow(plot, band.low[g]) && canShow(plot, band.high[g])) {
            up << clamped(g, band.high[g]);
            down.prepend(clamped(g, band.low[g]));
        }
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(colour, 0.14));
    painter.drawPolygon(up + down);
}

/// Marks of different columns stand at different generations, so that lines that coincide show both.
void paintPoints(QPainter& painter, const PlotFrame& plot, const std::vector<double>& values,
                 std::size_t column, std::size_t columns, const Theme& theme)
{
    const double perPixel = (plot.xRange().high - plot.xRange().low) / std::max(1.0, plot.area().width());
    const double step = kPointsApart * perPixel;
    for (double at = step * (double(column) + 0.5) / double(columns); at < double(values.size());
         at += step) {
        const auto g = static_cast<std::size_t>(std::lround(at));
        if (g < values.size() && canShow(plot, values[g]))
            paintColumnPoint(painter, plot.at(double(g), values[g]), 3.2, column, theme);
    }
}

void paintPosition(QPainter& painter, const PlotFrame& plot, double position, const Theme& theme)
{
    const double x = plot.x(std::min(position, plot.xRange().high));
    painter.setPen(QPen(theme.muted, 1));
    painter.drawLine(QPointF(x, plot.area().top()), QPointF(x, plot.area().bottom()));
}

} // namespace

QString OverlayChart::title() const
{
    return metricTitle(metric);
}

double OverlayChart::valueOf(std::size_t column) const
{
    const auto& line = lines[column];
    if (line.empty())
        return std::nan("");
    return line[std::min(line.size() - 1, static_cast<std::size_t>(std::lround(std::max(0.0, position))))];
}

bool OverlayChart::hasBands() const
{
    return std::any_of(bands.begin(), bands.end(), [](const OverlayBand& band) { return !band.low.empty(); });
}

AxisRange OverlayChart::range() const
{
    const MetricInfo* info = findMetric(metric);
    std::vector<std::vector<double>> drawn = lines;
    for (const OverlayBand& band : bands) {
        drawn.push_back(band.low);
        drawn.push_back(band.high);
    }
    const Extent positive = extentOf(drawn, true), all = extentOf(drawn, false);
    if (info && info->preferLog && !positive.isEmpty() && positive.high > kNarrowLog * positive.low) {
        const double margin = std::pow(positive.high / positive.low, 0.06);
        return {positive.low / margin, positive.high * margin, true};
    }
    if (all.isEmpty() || (all.low == 0 && all.high == 0))
        return {0, 1, false};
    AxisRange range = padded(all.low, all.high, 0.08);
    if (all.low >= 0 && all.low < 0.6 * all.high)
        range.low = 0;
    return range;
}

std::optional<PlotFrame> OverlayChart::frame(const QRectF& area) const
{
    const double top = area.top() + QFontMetricsF(themeFont(TextSize::Small, QFont::DemiBold)).height() + 10;
    const QRectF inner(area.left() + scaled(44), top, area.width() - scaled(44) - 8,
                       area.bottom() - scaled(22) - top);
    if (inner.height() < 16)
        return std::nullopt;
    const AxisRange x{0, double(std::max(1, lastGeneration)), false}, y = range();
    return PlotFrame(inner, {x, {}, wholeTicks(x, static_cast<int>(inner.width() / scaled(48)))},
                     {y, {}, niceTicks(y, std::clamp(static_cast<int>(inner.height() / scaled(22)), 2, 8))});
}

void OverlayChart::paintStill(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    painter.setPen(theme.text);
    paintText(painter, area.topLeft(), Qt::AlignLeft | Qt::AlignTop,
              QFontMetricsF(painter.font()).elidedText(title(), Qt::ElideRight, area.width()));
    const auto framed = frame(area);
    if (!framed)
        return;
    const PlotFrame& plot = *framed;
    painter.setFont(themeFont(TextSize::Small));
    plot.paintGrid(painter, theme);
    for (std::size_t c = 0; c < std::min(lines.size(), bands.size()); ++c)
        paintBand(painter, plot, bands[c], ColumnMark::of(c, theme).colour);
    for (std::size_t c = 0; c < lines.size(); ++c) {
        const ColumnMark mark = ColumnMark::of(c, theme);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(mark.colour, 1.8, mark.style, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPath(pathOf(plot, lines[c]));
    }
    for (std::size_t c = 0; c < lines.size(); ++c)
        paintPoints(painter, plot, lines[c], c, lines.size(), theme);
    painter.setFont(themeFont(TextSize::Small));
    plot.paintAxes(painter, theme);
}

void OverlayChart::paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    const auto plot = frame(area);
    if (!plot)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintPosition(painter, *plot, position, theme);
    for (std::size_t c = 0; c < lines.size(); ++c)
        if (const double value = valueOf(c); canShow(*plot, value))
            paintColumnPoint(painter, plot->at(std::min(position, double(lines[c].size()) - 1), value), 5, c,
                             theme);
}

void OverlayChart::paint(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    paintStill(painter, area, theme);
    paintMoving(painter, area, theme);
}

QString OverlayChart::summary(const QStringList& titles) const
{
    QStringList parts;
    for (std::size_t c = 0; c < lines.size() && c < static_cast<std::size_t>(titles.size()); ++c)
        parts << tr("%1 %2").arg(titles[static_cast<qsizetype>(c)], numberText(valueOf(c)));
    return tr("%1 in generation %2: %3.")
        .arg(title())
        .arg(std::lround(position))
        .arg(parts.join(QStringLiteral("; ")));
}

double paintColumnLegend(QPainter* painter, const QRectF& area, const QStringList& titles, bool hasBands,
                         const Theme& theme)
{
    constexpr double kMark = 28, kMarkGap = 6, kEntryGap = 16, kRowGap = 3;
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    double left = area.left(), top = area.top();
    QStringList entries = titles;
    if (hasBands)
        entries << tr("10–90% of chains");
    for (qsizetype c = 0; c < entries.size(); ++c) {
        const QString words = metrics.elidedText(entries[c], Qt::ElideRight, area.width() - kMark - kMarkGap);
        const double width = kMark + kMarkGap + metrics.horizontalAdvance(words);
        if (left > area.left() && left + width > area.right()) {
            left = area.left();
            top += metrics.height() + kRowGap;
        }
        if (painter) {
            const double middle = top + metrics.height() / 2;
            if (c < titles.size())
                paintColumnMark(*painter, {left, middle}, kMark, static_cast<std::size_t>(c), theme);
            else
                painter->fillRect(QRectF(left, middle - 5, kMark, 10), withAlpha(theme.muted, 0.3));
            painter->setFont(themeFont(TextSize::Small));
            painter->setPen(theme.muted);
            paintText(*painter, {left + kMark + kMarkGap, middle}, Qt::AlignLeft | Qt::AlignVCenter, words);
        }
        left += width + kEntryGap;
    }
    return top + metrics.height() - area.top();
}

} // namespace hareloom::ui
