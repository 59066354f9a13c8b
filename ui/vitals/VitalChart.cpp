// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalChart.h"

#include "core/metrics/Catalogue.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/OkLab.h"
#include "ui/vitals/VariantLegend.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kNarrowLog = 1.5; // a log axis needs values that differ by more than this factor

QString tr(const char* text)
{
    return QCoreApplication::translate("VitalChart", text);
}

AxisRange verticalRange(const VitalSeries& series)
{
    const MetricInfo* info = findMetric(series.metric());
    if (info && info->preferLog)
        if (const auto positive = series.extent(true);
            positive && positive->second > kNarrowLog * positive->first) {
            const double margin = std::pow(positive->second / positive->first, 0.06);
            return {positive->first / margin, positive->second * margin, true};
        }
    const auto extent = series.extent(false);
    if (!extent)
        return {0, 1, false};
    AxisRange range = padded(extent->first, extent->second, 0.08);
    // Quantities that cannot be negative start at zero unless that would flatten them.
    if (extent->first >= 0 && extent->first < 0.6 * extent->second)
        range.low = 0;
    return range;
}

// Neighbouring generations that share a pixel are drawn once, from their least to their greatest value.
std::size_t strideFor(const PlotFrame& plot, std::size_t count)
{
    return std::max<std::size_t>(1, count / static_cast<std::size_t>(std::max(1.0, 2 * plot.area().width())));
}

QPointF placed(const PlotFrame& plot, std::size_t g, double value)
{
    return {plot.x(double(g)), std::clamp(plot.y(value), plot.area().top() - 1, plot.area().bottom() + 1)};
}

bool canShow(const PlotFrame& plot, double value)
{
    return std::isfinite(value) && (!plot.yRange().isLog || value > 0);
}

QPainterPath linePath(const PlotFrame& plot, const std::vector<double>& values)
{
    QPainterPath path;
    bool isDown = false;
    const std::size_t stride = strideFor(plot, values.size());
    for (std::size_t g = 0; g < values.size(); g += stride) {
        if (!canShow(plot, values[g])) {
            isDown = false;
            continue;
        }
        const QPointF point = placed(plot, g, values[g]);
        if (isDown)
            path.lineTo(point);
        else
            path.moveTo(point);
        isDown = true;
    }
    return path;
}

QPainterPath bandPath(const PlotFrame& plot, const VitalLine& line)
{
    QPolygonF up, down;
    const std::size_t stride = strideFor(plot, line.low.size());
    for (std::size_t g = 0; g < line.low.size(); g += stride)
        if (canShow(plot, line.low[g]) && canShow(plot, line.high[g])) {
            up << placed(plot, g, line.high[g]);
            down.prepend(placed(plot, g, line.low[g]));
        }
    QPainterPath path;
    path.addPolygon(up + down);
    path.closeSubpath();
    return path;
}

void paintLine(QPainter& painter, const PlotFrame& plot, const VitalLine& line, const QColor& colour,
               std::size_t variant)
{
    painter.setPen(Qt::NoPen);
    if (line.chains > 1) {
        painter.setBrush(withAlpha(colour, 0.18));
        painter.drawPath(bandPath(plot, line));
    }
    painter.setBrush(Qt::NoBrush);
    if (!line.theory.empty()) {
        QPen pen(withAlpha(colour, 0.9), 1.3);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        std::vector<double> within = line.theory;
        within.resize(std::min(within.size(), static_cast<std::size_t>(plot.xRange().high) + 1));
        painter.drawPath(linePath(plot, within));
    }
    painter.setPen(QPen(colour, 1.8, variantStyle(variant), Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(linePath(plot, line.median));
}

double valueAt(const VitalLine& line, double position)
{
    const auto g = static_cast<std::size_t>(std::lround(std::max(0.0, position)));
    return g < line.median.size() ? line.median[g] : std::nan("");
}

void paintOrigin(QPainter& painter, const PlotFrame& plot, const VitalLine& line, const Theme& theme)
{
    if (line.median.empty() || !canShow(plot, line.median.front()))
        return;
    painter.setPen(QPen(theme.generation(0), 1.2, Qt::DotLine, Qt::FlatCap));
    const double y = plot.y(line.median.front());
    painter.drawLine(QPointF(plot.area().left(), y), QPointF(plot.area().right(), y));
}

void paintMarker(QPainter& painter, const PlotFrame& plot, const std::vector<VitalLine>& lines,
                 double position, const Theme& theme)
{
    const double x = plot.x(std::min(position, plot.xRange().high));
    painter.setPen(QPen(theme.muted, 1));
    painter.drawLine(QPointF(x, plot.area().top()), QPointF(x, plot.area().bottom()));
    for (std::size_t v = 0; v < lines.size(); ++v) {
        const double value = valueAt(lines[v], position);
        if (!canShow(plot, value))
            continue;
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(theme.variant(v));
        painter.drawEllipse(QPointF(x, placed(plot, 0, value).y()), 4, 4);
    }
}

} // namespace

QString VitalChart::title() const
{
    const MetricInfo* info = findMetric(series->metric());
    if (!info)
        return QString::fromStdString(series->metric());
    QString text = QString::fromUtf8(info->title.data(), qsizetype(info->title.size()));
    if (info->perVariable)
        if (const auto bracket = series->metric().find('['); bracket != std::string::npos)
            text += tr(", variable %1").arg(std::stoi(series->metric().substr(bracket + 1)) + 1);
    if (!info->unit.empty())
        text += tr(" (%1)").arg(QString::fromUtf8(info->unit.data(), qsizetype(info->unit.size())));
    return text;
}

void VitalChart::paint(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    const double height = QFontMetricsF(painter.font()).height();
    const auto& lines = series->lines();
    const QString value =
        lines.empty() ? QString() : numberText(valueAt(lines[std::min(variant, lines.size() - 1)], position));
    painter.setPen(theme.text);
    const double valueWidth = paintFigures(painter, area.topRight(), Qt::AlignRight | Qt::AlignTop, value);
    painter.drawText(
        QRectF(area.left(), area.top(), area.width() - valueWidth - kGrid, height), Qt::AlignLeft,
        QFontMetricsF(painter.font()).elidedText(title(), Qt::ElideRight, area.width() - valueWidth - kGrid));
    painter.setFont(themeFont(TextSize::Small));
    const double top = area.top() + height + 6;
    const QRectF inner(area.left() + 44, top + 4, area.width() - 52, area.bottom() - 22 - top - 4);
    if (inner.height() < 16)
        return;
    const AxisRange x{0, double(std::max(1, lastGeneration)), false}, y = verticalRange(*series);
    const PlotFrame plot(
        inner, {x, {}, wholeTicks(x, static_cast<int>(inner.width() / 48))},
        {y, {}, niceTicks(y, std::clamp(static_cast<int>(inner.height() / 22), y.isLog ? 2 : 3, 8))});
    plot.paintGrid(painter, theme);
    if (!lines.empty())
        paintOrigin(painter, plot, lines[std::min(variant, lines.size() - 1)], theme);
    for (std::size_t v = 0; v < lines.size(); ++v)
        paintLine(painter, plot, lines[v], theme.variant(v), v);
    paintMarker(painter, plot, lines, position, theme);
    plot.paintAxes(painter, theme);
}

QString VitalChart::summary() const
{
    const auto& lines = series->lines();
    if (lines.empty() || lines.front().median.empty())
        return tr("%1: nothing measured yet.").arg(title());
    const VitalLine& line = lines[std::min(variant, lines.size() - 1)];
    return tr("%1 is %2 in generation %3; it was %4 in generation 0.")
        .arg(title(), numberText(valueAt(line, position)))
        .arg(std::lround(position))
        .arg(numberText(line.median.empty() ? std::nan("") : line.median.front()));
}

} // namespace hareloom::ui
