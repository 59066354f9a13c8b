// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalChart.h"

#include "core/metrics/Catalogue.h"
#include "ui/vitals/VariantLegend.h"
#include "ui/vitals/VitalPaint.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kNarrowLog = 1.5; // Automatic: a log axis needs values that differ by more than this factor
constexpr double kLeftLabels = 44, kRight = 8, kBottomLabels = 20, kBottomBare = 5, kLeastInside = 16;
constexpr double kHeadingGap = 8;
constexpr double kValueWidth = 64,
                 kTwoLineHeight = 104; // a long title takes a second line where there is room

QString tr(const char* text)
{
    return QCoreApplication::translate("VitalChart", text);
}

double headingHeight()
{
    return QFontMetricsF(themeFont(TextSize::Small, QFont::DemiBold)).height();
}

double valueAt(const VitalLine& line, double position)
{
    const auto g = static_cast<std::size_t>(std::lround(std::max(0.0, position)));
    return g < line.median.size() ? line.median[g] : std::nan("");
}

std::optional<AxisRange> logRange(const VitalSeries& series, double leastFactor)
{
    const auto positive = series.extent(true);
    if (!positive || !(positive->second > leastFactor * positive->first))
        return std::nullopt;
    const double margin = std::pow(positive->second / positive->first, 0.06);
    return AxisRange{positive->first / margin, positive->second * margin, true};
}

AxisRange linearRange(const VitalSeries& series)
{
    const auto extent = series.extent(false);
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
    if (line.median.empty() || !isInside(plot, plot.xRange().low, line.median.front()))
        return;
    painter.setPen(QPen(theme.generation(0), 1.2, Qt::DotLine, Qt::FlatCap));
    const double y = plot.y(line.median.front());
    painter.drawLine(QPointF(plot.area().left(), y), QPointF(plot.area().right(), y));
}

} // namespace

AxisRange VitalChart::verticalRange() const
{
    if (y)
        return *y;
    const MetricInfo* info = findMetric(series->metric());
    std::optional<AxisRange> range;
    if (scale == AxisScale::Log)
        range = logRange(*series, 1);
    else if (scale == AxisScale::Automatic && info && info->preferLog)
        range = logRange(*series, kNarrowLog);
    return range ? *range : linearRange(*series);
}

AxisRange VitalChart::horizontalRange() const
{
    return x.value_or(AxisRange{0, double(std::max(1, lastGeneration)), false});
}

const VitalLine* VitalChart::chosenLine() const
{
    const auto& lines = series->lines();
    return lines.empty() ? nullptr : &lines[std::min(variant, lines.size() - 1)];
}

std::optional<PlotFrame> VitalChart::frame(const QRectF& area) const
{
    const double top = area.top() + headingLines(area) * headingHeight() + kHeadingGap;
    const double below = labelsGenerations ? scaled(kBottomLabels) : kBottomBare;
    const QRectF inner(area.left() + scaled(kLeftLabels), top, area.width() - scaled(kLeftLabels) - kRight,
                       area.bottom() - below - top);
    if (inner.height() < kLeastInside || inner.width() < kLeastInside)
        return std::nullopt;
    const AxisRange across = horizontalRange(), up = verticalRange();
    auto generations = wholeTicks(across, static_cast<int>(inner.width() / scaled(48)));
    if (!labelsGenerations)
        for (Tick& tick : generations)
            tick.label.clear();
    const int most = std::clamp(static_cast<int>(inner.height() / scaled(22)), up.isLog ? 2 : 3, 8);
    return PlotFrame(inner, {across, {}, std::move(generations)}, {up, {}, niceTicks(up, most)});
}

int VitalChart::headingLines(const QRectF& area) const
{
    const QFontMetricsF metrics(themeFont(TextSize::Small, QFont::DemiBold));
    const bool fits = metrics.horizontalAdvance(title()) <= area.width() - scaled(kValueWidth);
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
    const QString words = title();
    const int lines = headingLines(area);
    const double width = std::min(metrics.horizontalAdvance(words), area.width() - scaled(kValueWidth));
    const double room = area.width() - paintValue(painter, area, width, theme);
    painter.setFont(font);
    painter.setPen(theme.text);
    const QRectF box(area.left(), area.top(), room, lines * headingHeight());
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
            if (!isInside(plot, at, value))
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
    for (std::size_t v = 0; v < lines.size(); ++v)
        paintVitalLine(painter, *plot, lines[v], theme.variant(v), variantStyle(v));
    for (const PublishedCurve& curve : series->published())
        paintPublished(painter, *plot, curve, theme.realData);
    painter.setFont(themeFont(TextSize::Small));
    plot->paintAxes(painter, theme);
}

void VitalChart::paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeading(painter, area, theme);
    if (const auto plot = frame(area))
        paintMarkers(painter, *plot, theme);
}

} // namespace hareloom::ui
