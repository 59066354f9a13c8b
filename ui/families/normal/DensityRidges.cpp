// SPDX-License-Identifier: GPL-3.0-or-later
// DensityStage's ridgeline: one row for each generation, or for evenly chosen ones where there are more than
// rows.
#include "ui/families/normal/DensityMath.h"
#include "ui/families/normal/DensityStage.h"
#include "ui/stage/CurvePaths.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kLeastStep = 15;   // pixels from one row to the next
constexpr double kTopShare = 0.14;  // of the area, for the first row's curve
constexpr double kRidgePeaks = 1.6; // as high as Ridge::height, in peaks of generation 0
constexpr double kLabelHeight = 18;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DensityStage", text);
}

} // namespace

std::vector<DensityStage::Ridge> DensityStage::ridges(const QRectF& inner, const StageFrame& frame)
{
    const int count = frame.history ? frame.history->count(frame.chain) : 1;
    const int rows = std::clamp(static_cast<int>(inner.height() / kLeastStep), 2, std::max(2, count));
    const double step = inner.height() * (1 - kTopShare) / rows;
    const double height = std::min(inner.height() * 0.3, step * 4);
    std::vector<Ridge> result;
    for (int row = 0; row < rows; ++row) {
        const int index = static_cast<int>(std::lround(double(row) * (count - 1) / (rows - 1)));
        if (result.empty() || result.back().index != index)
            result.push_back({index, inner.top() + inner.height() * kTopShare + (row + 1) * step, height});
    }
    // The shown generation takes the row of its nearest neighbour, so that it is always among them.
    const auto nearest = std::min_element(result.begin(), result.end(), [&](const Ridge& a, const Ridge& b) {
        return std::abs(a.index - frame.to->index) < std::abs(b.index - frame.to->index);
    });
    nearest->index = frame.to->index;
    return result;
}

void DensityStage::paintRidges(QPainter& painter, const QRectF& area, const StageFrame& frame,
                               const StageOptions& options, const Theme& theme)
{
    const AxisRange x = options.zoom.ofX(wholeX(frame, options));
    const QRectF inner = plot(area, frame, options).area;
    const PlotFrame axes(inner, {x, axisTitle(), niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
                         {{0, 1, false}, {}, {}});
    axes.paintGrid(painter, theme);
    painter.setPen(QPen(theme.muted, 1, Qt::DotLine));
    for (const double tail : {m_lowTail, m_highTail})
        if (tail > x.low && tail < x.high)
            painter.drawLine(QPointF(axes.x(tail), inner.top()), QPointF(axes.x(tail), inner.bottom()));
    painter.setFont(themeFont(TextSize::Small));
    const double last = std::max<double>(1, double(m_origin.experiment.generations));
    const std::vector<Ridge> rows = ridges(inner, frame);
    const double step = rows.size() > 1 ? rows[1].base - rows[0].base : inner.height();
    const int every = std::max(1, static_cast<int>(std::ceil(scaled(kLabelHeight) / step)));
    double free = inner.top(); // above it labels stand already
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const Ridge& ridge = rows[row];
        const bool isShown = ridge.index == frame.to->index;
        const GenerationPtr generation =
            isShown || !frame.history ? frame.to : frame.history->at(frame.chain, ridge.index);
        if (!generation || !generation->snapshot->normalMixture())
            continue;
        // A narrow curve rises over the rows above it, up to the top of them all.
        const double room = ridge.base - inner.top();
        const PlotFrame plot(QRectF(inner.left(), inner.top(), inner.width(), room), {x, {}, {}},
                             {{0, kRidgePeaks * m_ghostPeak * room / ridge.height, false}, {}, {}});
        paintRidge(painter, plot, generation, isShown, theme.generation(ridge.index / last), theme);
        const bool isNextShown = row + 1 < rows.size() && rows[row + 1].index == frame.to->index;
        const bool isDue = row % static_cast<std::size_t>(every) == 0 && !(isNextShown && every > 1);
        if (!isShown && (!isDue || ridge.base - free < scaled(kLabelHeight)))
            continue;
        free = ridge.base;
        painter.setFont(themeFont(TextSize::Small, isShown ? QFont::DemiBold : QFont::Normal));
        painter.setPen(isShown ? theme.text : theme.muted);
        paintFigures(painter, {inner.left() - 8, ridge.base}, Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(ridge.index));
    }
    axes.paintAxes(painter, theme);
}

void DensityStage::paintRidge(QPainter& painter, const PlotFrame& plot, const GenerationPtr& generation,
                              bool isShown, const QColor& colour, const Theme& theme)
{
    const Curve curve = curveOf(generation, plot.xRange());
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme.surface, 0.8));
    painter.drawPath(areaUnder(plot, curve));
    painter.setBrush(withAlpha(colour, isShown ? 0.45 : 0.08));
    painter.drawPath(areaUnder(plot, curve));
    painter.setBrush(withAlpha(colour, isShown ? 0.9 : 0.5)); // what lies in generation 0's tails
    painter.drawPath(areaUnder(plot, curve, plot.xRange().low, m_lowTail));
    painter.drawPath(areaUnder(plot, curve, m_highTail, plot.xRange().high));
    paintCurve(painter, plot, curve, QPen(colour, isShown ? 2.5 : 1.3));
}

std::optional<StageReading> DensityStage::readRidge(const QPointF& at, const QRectF& inner,
                                                    const StageFrame& frame, double x) const
{
    const std::vector<Ridge> rows = ridges(inner, frame);
    const auto nearest = std::min_element(rows.begin(), rows.end(), [&](const Ridge& a, const Ridge& b) {
        return std::abs(a.base - at.y()) < std::abs(b.base - at.y());
    });
    const GenerationPtr generation =
        frame.history ? frame.history->at(frame.chain, nearest->index) : frame.to;
    if (!generation || !generation->snapshot->normalMixture())
        return std::nullopt;
    const double step = rows.size() > 1 ? rows[1].base - rows[0].base : inner.height();
    StageReading reading{
        {at.x(), nearest->base}, Qt::Vertical | Qt::Horizontal, {inner.width() / 100, step}, {}, {}};
    reading.heading = tr("%1 = %2").arg(axisTitle(), numberText(x, 4));
    reading.values = {{tr("density, generation %1").arg(nearest->index),
                       numberText(densityAt(*generation->snapshot->normalMixture(), 0, x))},
                      {tr("density, generation 0"),
                       numberText(densityAt(*m_origin.generation->snapshot->normalMixture(), 0, x))}};
    return reading;
}

} // namespace hareloom::ui
