// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/OverlayChart.h"

#include "core/metrics/Catalogue.h"
#include "ui/language/Joining.h"
#include "ui/plot/GenerationCurve.h"
#include "ui/plot/LineMark.h"
#include "ui/plot/MetricTitle.h"
#include "ui/plot/PlotFrame.h"
#include "ui/plot/SteadyRange.h"
#include "ui/theme/OkLab.h"
#include "ui/vitals/Future.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

constexpr double kBandOpacity = 0.14;
constexpr double kNarrowLog = 1.5; // a log axis needs values that differ by more than this factor

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::OverlayChart", text);
}

/// Of the first `generations` values of each line.
Ends endsOf(const std::vector<const std::vector<double>*>& lines, std::size_t generations, bool positiveOnly)
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const auto* line : lines)
        for (std::size_t g = 0; g < std::min(line->size(), generations); ++g)
            if (const double value = (*line)[g]; std::isfinite(value) && (!positiveOnly || value > 0)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    return low > high ? Ends() : Ends({low, high});
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
    if (y)
        return *y;
    const MetricInfo* info = findMetric(metric);
    std::vector<const std::vector<double>*> drawn;
    for (const auto& line : lines)
        drawn.push_back(&line);
    for (const OverlayBand& band : bands) {
        drawn.push_back(&band.low);
        drawn.push_back(&band.high);
    }
    const std::size_t seen = hidesFuture ? static_cast<std::size_t>(std::ceil(std::max(0.0, position))) + 1
                                         : std::numeric_limits<std::size_t>::max();
    const Ends positive = endsOf(drawn, seen, true), all = endsOf(drawn, seen, false);
    const bool prefersLog =
        info && info->preferLog && positive && positive->second / kNarrowLog > positive->first;
    const bool canBeLog = positive && positive->second > positive->first;
    if (isLog ? *isLog && canBeLog : prefersLog)
        return hidesFuture ? steadyLogRange(positive->first, positive->second)
                           : paddedLog(positive->first, positive->second, 0.06);
    if (hidesFuture)
        return steadyRange(all);
    if (!all || (all->first == 0 && all->second == 0))
        return {0, 1, false};
    AxisRange range = padded(all->first, all->second, 0.08);
    if (all->first >= 0 && all->first < 0.6 * all->second)
        range.low = 0;
    return range;
}

std::optional<PlotFrame> OverlayChart::frame(const QRectF& area) const
{
    constexpr double kLeftLabels = 44, kRight = 8, kLeastInside = 16;
    const double heading = QFontMetricsF(themeFont(TextSize::Small, QFont::DemiBold)).height() + 10;
    const AxisRange all = x.value_or(AxisRange{0, double(std::max(1, lastGeneration)), false});
    PlotFrame::Axis across{all, titlesGenerations ? tr("generation") : QString(),
                           wholeTicks(all, static_cast<int>(area.width() / scaled(56)))};
    const double height = area.height() - heading - roomBelow(across);
    PlotFrame::Axis up{range(), {}, {}};
    up.ticks = niceTicks(up.range, std::clamp(static_cast<int>(height / scaled(22)), 2, 8));
    up.shorten();
    const double left = std::max(scaled(kLeftLabels), roomLeftOf(up));
    const double right = std::max(kRight, roomRightOf(across, area.width() - left));
    const QRectF inner(area.left() + left, area.top() + heading + roomAbove(up), area.width() - left - right,
                       height - roomAbove(up));
    if (inner.height() < kLeastInside || inner.width() < kLeastInside)
        return std::nullopt;
    return PlotFrame(inner, std::move(across), std::move(up));
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
    painter.setPen(QPen(theme.muted, 1, Qt::DashLine, Qt::FlatCap));
    for (const int at : changes)
        if (plot.xRange().low <= at && at <= plot.xRange().high)
            painter.drawLine(QPointF(plot.x(at), plot.area().top()), QPointF(plot.x(at), plot.area().bottom()));
    for (std::size_t c = 0; c < std::min(lines.size(), bands.size()); ++c)
        paintGenerationBand(painter, plot, bands[c].low, bands[c].high,
                            withAlpha(theme.variant(c), kBandOpacity));
    for (std::size_t c = 0; c < lines.size(); ++c)
        paintGenerationCurve(painter, plot, lines[c], LineMark::of(c, theme).pen(1.8));
    for (std::size_t c = 0; c < lines.size(); ++c)
        paintPointsAlong(painter, plot, lines[c], c, lines.size(), theme);
    painter.setFont(themeFont(TextSize::Small));
    plot.paintAxes(painter, theme);
}

void OverlayChart::paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    const auto plot = frame(area);
    if (!plot)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    if (hidesFuture)
        coverFuture(painter, *plot, position, theme);
    paintPosition(painter, *plot, position, theme);
    for (std::size_t c = 0; c < lines.size(); ++c)
        if (const double value = valueOf(c); plot->canShow(value))
            paintPoint(painter, plot->at(std::min(position, double(lines[c].size()) - 1), value), 5,
                       LineMark::of(c, theme), theme);
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
        .arg(title(), QString::number(std::lround(position)), clauses(parts));
}

double paintColumnLegend(QPainter* painter, const QRectF& area, const QStringList& titles, bool hasBands,
                         const Theme& theme)
{
    constexpr double kMark = 28, kMarkGap = 6, kEntryGap = 16, kRowGap = 3;
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    double left = area.left(), top = area.top();
    QStringList entries = titles;
    if (hasBands)
        entries << QCoreApplication::translate("hareloom::ui::OverlayChart", "10–90% of chains");
    if (entries.isEmpty())
        return 0;
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
                paintLineMark(*painter, {left, middle}, kMark,
                              LineMark::of(static_cast<std::size_t>(c), theme), theme);
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
