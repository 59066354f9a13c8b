// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalPaint.h"

#include "ui/plot/GenerationCurve.h"
#include "ui/plot/LineMark.h"
#include "ui/theme/OkLab.h"
#include "ui/vitals/VariantLegend.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kDiamond = 3.2;
constexpr double kBandOpacity = 0.18, kChainOpacity = 0.3, kEdgeOpacity = 0.6;

} // namespace

void paintDiamond(QPainter& painter, const QPointF& at, const QColor& colour)
{
    const QPointF corners[] = {{0, -kDiamond}, {kDiamond, 0}, {0, kDiamond}, {-kDiamond, 0}};
    QPolygonF diamond;
    for (const QPointF& corner : corners)
        diamond << at + corner;
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(diamond);
}

void paintVitalSpread(QPainter& painter, const PlotFrame& plot, const VitalSeries& series,
                      std::size_t variant, const Theme& theme)
{
    const VitalLine& line = series.lines()[variant];
    const QColor colour = theme.variant(variant);
    for (const std::vector<double>& chain : line.each)
        paintGenerationCurve(painter, plot, line.own(chain),
                             QPen(withAlpha(colour, kChainOpacity), 0.8, Qt::SolidLine, Qt::FlatCap),
                             line.every);
    if (line.hasBand())
        paintGenerationBand(painter, plot, line.own(line.low), line.own(line.high),
                            withAlpha(colour, kBandOpacity), line.every);
}

void paintVitalLine(QPainter& painter, const PlotFrame& plot, const VitalSeries& series, std::size_t variant,
                    const Theme& theme)
{
    const VitalLine& line = series.lines()[variant];
    const std::size_t lines = series.lines().size();
    if (!line.theory.empty()) {
        QPen pen(withAlpha(theme.variant(variant), 0.9), 1.3);
        pen.setDashPattern(theoryDashes(line.theoryStatistic));
        paintGenerationCurve(painter, plot, line.own(line.theory), pen, line.every);
        const QPen edge(withAlpha(theme.variant(variant), kEdgeOpacity), 0.8, Qt::SolidLine, Qt::FlatCap);
        for (const auto* values : {&line.theoryLow, &line.theoryHigh})
            paintGenerationCurve(painter, plot, line.own(*values), edge, line.every);
    }
    const std::vector<double> centre = line.own(line.centre);
    paintGenerationCurve(painter, plot, centre, LineMark::of(variant, theme).pen(1.8), line.every);
    if (lines > 1)
        paintPointsAlong(painter, plot, centre, variant, lines, theme, line.every);
}

void paintVitalChanges(QPainter& painter, const PlotFrame& plot, const VitalSeries& series,
                       const Theme& theme)
{
    std::vector<int> generations;
    for (const VitalLine& line : series.lines())
        for (const auto& [at, what] : line.changes)
            if (std::find(generations.begin(), generations.end(), at) == generations.end())
                generations.push_back(at);
    painter.setPen(QPen(theme.muted, 1, Qt::DashLine, Qt::FlatCap));
    for (const int at : generations)
        if (const double x = plot.x(at); x >= plot.area().left() && x <= plot.area().right())
            painter.drawLine(QPointF(x, plot.area().top()), QPointF(x, plot.area().bottom()));
}

void paintReal(QPainter& painter, const PlotFrame& plot, double value, const QColor& colour)
{
    if (!plot.isInside(plot.xRange().low, value))
        return;
    painter.setPen(QPen(colour, 1.2, Qt::DashDotLine, Qt::FlatCap));
    painter.drawLine(QPointF(plot.area().left(), plot.y(value)), QPointF(plot.area().right(), plot.y(value)));
}

void paintPublished(QPainter& painter, const PlotFrame& plot, const PublishedCurve& curve,
                    const QColor& colour)
{
    paintGenerationCurve(painter, plot, curve.values, QPen(colour, 1, Qt::DashDotDotLine, Qt::FlatCap));
    for (std::size_t g = 0; g < curve.values.size(); ++g)
        if (plot.isInside(double(g), curve.values[g]))
            paintDiamond(painter, plot.at(double(g), curve.values[g]), colour);
}

} // namespace hareloom::ui
