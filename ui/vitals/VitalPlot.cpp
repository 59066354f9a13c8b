// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalPlot.h"

#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kBandOpacity = 0.18, kEdgeOpacity = 0.6;

/// What is seen of values by generation.
std::vector<double> seenOf(const VitalChart& chart, std::vector<double> values)
{
    if (chart.hidesFuture)
        values.resize(std::min(values.size(), static_cast<std::size_t>(std::max(0.0, chart.position)) + 1));
    return values;
}

} // namespace

CurvePlot curvePlot(const VitalChart& chart, const Theme& theme)
{
    CurvePlot plot;
    plot.xTitle = QCoreApplication::translate("VitalChart", "Generation");
    plot.x = chart.horizontalRange();
    plot.y = chart.verticalRange();
    plot.marker = chart.position;
    const auto& lines = chart.series->lines();
    const auto seen = [&chart](const std::vector<double>& values) { return seenOf(chart, values); };
    for (std::size_t v = 0; v < lines.size(); ++v) {
        const QColor colour = theme.variant(v);
        if (lines[v].hasBand())
            plot.bands.push_back({withAlpha(colour, kBandOpacity), seen(lines[v].own(lines[v].low)),
                                  seen(lines[v].own(lines[v].high))});
        plot.lines.push_back({withAlpha(colour, 0.9), theoryDashes(lines[v].theoryStatistic), 1.6,
                              CurvePoints::None, seen(lines[v].own(lines[v].theory))});
        for (const auto* edge : {&lines[v].theoryLow, &lines[v].theoryHigh})
            if (!edge->empty())
                plot.lines.push_back(
                    {withAlpha(colour, kEdgeOpacity), {}, 0.9, CurvePoints::None, seen(lines[v].own(*edge))});
    }
    for (const VitalLine& line : lines)
        if (!std::isnan(line.real)) {
            const auto end = static_cast<std::size_t>(std::max(1.0, std::ceil(plot.x.high)));
            plot.lines.push_back({theme.realData, QPen(Qt::DashDotLine).dashPattern(), 1.4, CurvePoints::None,
                                  std::vector<double>(end + 1, line.real)});
        }
    for (std::size_t v = 0; v < lines.size(); ++v) {
        const LineMark mark = LineMark::of(v, theme);
        plot.lines.push_back({mark.colour, mark.dashes, 2.2,
                              lines.size() > 1 ? CurvePoints::Spaced : CurvePoints::None,
                              seen(lines[v].own(lines[v].centre)), mark.shape});
    }
    for (const PublishedCurve& curve : chart.series->published())
        plot.lines.push_back({theme.realData, QPen(Qt::DashDotDotLine).dashPattern(), 1.2, CurvePoints::Each,
                              seen(curve.values)});
    const std::size_t chosen = std::min(chart.variant, lines.empty() ? 0 : lines.size() - 1);
    plot.level = lines.empty() || lines[chosen].centre.empty() ? std::nan("") : lines[chosen].centre.front();
    return plot;
}

} // namespace hareloom::ui
