// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalFigure.h"

#include "ui/vitals/VariantLegend.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kUsualHeight = 160, kLeastHeight = 70; // of a chart
constexpr double kAround = 60;                          // legend, margins and the labels of the last one

VitalChart inFigure(VitalChart chart, bool isLast, const FigureParts& parts)
{
    chart.hovered = -1;
    chart.marksPosition = false;
    chart.hasHeading = parts.heading;
    chart.labelsGenerations = chart.titlesGenerations = isLast;
    if (parts.logGenerations)
        chart.logGenerations = true;
    chart.leastLeft = 0;
    return chart;
}

} // namespace

double usualHeight(std::size_t charts)
{
    return kAround + kUsualHeight * double(std::max<std::size_t>(1, charts));
}

std::size_t chartsThatFit(double height)
{
    return static_cast<std::size_t>(std::max(1.0, (height - scaled(kAround)) / scaled(kLeastHeight)));
}

void paintVitalFigure(QPainter& painter, const QRectF& area, std::vector<VitalChart> charts,
                      const FigureParts& parts, const Theme& theme)
{
    charts.resize(std::min(charts.size(), chartsThatFit(area.height())));
    if (charts.empty())
        return;
    QRectF inner = area.adjusted(2 * kGrid, 1.5 * kGrid, -2 * kGrid, -kGrid);
    std::vector<const VitalSeries*> series;
    for (const VitalChart& chart : charts)
        series.push_back(chart.series);
    if (parts.legend)
        if (const double used = paintLegend(&painter, inner, vitalLegend(series, theme, true), theme);
            used > 0)
            inner.setTop(inner.top() + used + kGrid / 2.0);
    const double labels = roomBelow({{}, QStringLiteral("generation"), {{0, QStringLiteral("0")}}});
    const double height = (inner.height() - labels) / double(charts.size());
    double left = 0;
    for (std::size_t i = 0; i < charts.size(); ++i) {
        charts[i] = inFigure(charts[i], i + 1 == charts.size(), parts);
        left = std::max(left, charts[i].leftRoom(QRectF(0, 0, inner.width(), height)));
    }
    for (std::size_t i = 0; i < charts.size(); ++i) {
        const bool isLast = i + 1 == charts.size();
        charts[i].leastLeft = left;
        painter.save();
        charts[i].paint(painter,
                        QRectF(inner.left(), inner.top() + double(i) * height, inner.width(),
                               isLast ? height + labels : height),
                        theme);
        painter.restore();
    }
}

} // namespace hareloom::ui
