// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalPaint.h"

#include "ui/plot/GenerationCurve.h"
#include "ui/plot/LineMark.h"
#include "ui/theme/OkLab.h"
#include "ui/vitals/VariantLegend.h"

#include <QPainter>

namespace hareloom::ui {

namespace {

constexpr double kDiamond = 3.2;
constexpr double kBandOpacity = 0.18, kChainOpacity = 0.3;

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
        paintGenerationCurve(painter, plot, chain,
                             QPen(withAlpha(colour, kChainOpacity), 0.8, Qt::SolidLine, Qt::FlatCap));
    if (line.hasBand())
        paintGenerationBand(painter, plot, line.low, line.high, withAlpha(colour, kBandOpacity));
}

void paintVitalLine(QPainter& painter, const PlotFrame& plot, const VitalSeries& series, std::size_t variant,
                    const Theme& theme)
{
    const VitalLine& line = series.lines()[variant];
    const std::size_t lines = series.lines().size();
    if (!line.theory.empty()) {
        QPen pen(withAlpha(theme.variant(variant), 0.9), 1.3);
        pen.setDashPattern(theoryDashes(line.theoryStatistic));
        paintGenerationCurve(painter, plot, line.theory, pen);
    }
    paintGenerationCurve(painter, plot, line.centre, LineMark::of(variant, theme).pen(1.8));
    if (lines > 1)
        paintPointsAlong(painter, plot, line.centre, variant, lines, theme);
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
