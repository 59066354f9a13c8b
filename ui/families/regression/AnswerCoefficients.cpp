// SPDX-License-Identifier: GPL-3.0-or-later
// AnswerStage: one coefficient for each input, beside the true one.
#include "ui/families/regression/AnswerStage.h"
#include "ui/stage/Dots.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kHeadroom = 0.5;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::AnswerStage", text);
}

} // namespace

AxisRange AnswerStage::coefficientRange(const GenerationPtr& generation) const
{
    const Vector& w = regressionOf(generation).coefficients();
    double low = std::min(0.0, w.minCoeff()), high = std::max(0.0, w.maxCoeff());
    if (m_truth) {
        low = std::min(low, m_truth->coefficients.minCoeff());
        high = std::max(high, m_truth->coefficients.maxCoeff());
    }
    return padded(low, high, kHeadroom);
}

Vector AnswerStage::coefficientsIn(const StageFrame& frame) const
{
    const Vector &from = regressionOf(frame.from).coefficients(), &to = regressionOf(frame.to).coefficients();
    return from + frame.blend * (to - from);
}

PlotFrame AnswerStage::coefficientFrame(const QRectF& inner, const StageFrame& frame,
                                        const StageOptions& options) const
{
    const AxisRange x = options.zoom.ofX({0.5, inputCount() + 0.5, false});
    AxisRange y = m_coefficients;
    if (!options.axesLocked)
        y = coefficientRange(frame.to);
    y = options.zoom.ofY(y);
    return PlotFrame(inner, {x, tr("input"), wholeTicks(x, static_cast<int>(inner.width() / scaled(60)))},
                     {y, tr("coefficient"), niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
}

void AnswerStage::paintCoefficients(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                                    const Theme& theme) const
{
    const Vector now = coefficientsIn(frame), &before = regressionOf(m_origin.generation).coefficients();
    const QColor colour = theme.generation(frame.share);
    const double step = plot.x(2) - plot.x(1), half = std::clamp(0.3 * step, 2.0, 14.0);
    const auto inside = [&](double y) {
        return std::clamp(plot.y(y), plot.area().top(), plot.area().bottom());
    };
    plot.paintGrid(painter, theme);
    QList<QLineF> stems, ticks;
    QList<QPointF> rings, dots;
    for (Eigen::Index j = 0; j < now.size(); ++j) {
        const double x = plot.x(double(j + 1)), goal = m_truth ? m_truth->coefficients[j] : before[j];
        if (x < plot.area().left() || x > plot.area().right())
            continue;
        stems << QLineF(x, inside(goal), x, inside(now[j]));
        if (m_truth && plot.isInside(double(j + 1), goal))
            ticks << QLineF(x - half, plot.y(goal), x + half, plot.y(goal));
        if (plot.isInside(double(j + 1), before[j]))
            rings << plot.at(double(j + 1), before[j]);
        if (plot.isInside(double(j + 1), now[j]))
            dots << plot.at(double(j + 1), now[j]);
    }
    painter.setPen(QPen(withAlpha(colour, 0.5), 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(stems);
    painter.setPen(QPen(theme.realData, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(ticks);
    paintDots(painter, rings, 4, theme.generation(0), DotStyle::Ring);
    paintDots(painter, dots, 4, colour);
    plot.paintAxes(painter, theme);
}

DataTable AnswerStage::coefficientTable(const StageFrame& frame) const
{
    DataTable table{tr("%1: coefficients").arg(generationWords(frame)), {tr("input")}, {}};
    if (m_truth)
        table.headers << tr("truth");
    table.headers << tr("generation 0") << tr("generation %1").arg(frame.to->index);
    const Vector &now = regressionOf(frame.to).coefficients(),
                 &before = regressionOf(m_origin.generation).coefficients();
    for (Eigen::Index j = 0; j < now.size(); ++j) {
        table.names << variableOf(m_origin, static_cast<int>(j), inputCount());
        table.rows.push_back({double(j + 1)});
        if (m_truth)
            table.rows.back().push_back(m_truth->coefficients[j]);
        table.rows.back().insert(table.rows.back().end(), {before[j], now[j]});
    }
    return table;
}

std::optional<StageReading> AnswerStage::readCoefficient(const QPointF& at, const PlotFrame& plot,
                                                         const StageFrame& frame) const
{
    const double share = (at.x() - plot.area().left()) / plot.area().width();
    const auto j = static_cast<Eigen::Index>(std::lround(plot.xRange().valueAt(share))) - 1;
    if (j < 0 || j >= inputCount())
        return std::nullopt;
    StageReading reading{{plot.x(double(j + 1)), at.y()}, Qt::Vertical, {plot.x(2) - plot.x(1), 0}, {}, {}};
    reading.heading = variableOf(m_origin, static_cast<int>(j), inputCount());
    reading.values = {
        {tr("coefficient, generation %1").arg(frame.to->index),
         numberText(regressionOf(frame.to).coefficients()[j])},
        {tr("coefficient, generation 0"), numberText(regressionOf(m_origin.generation).coefficients()[j])}};
    if (m_truth)
        reading.values.push_back({tr("true coefficient"), numberText(m_truth->coefficients[j])});
    return reading;
}

} // namespace hareloom::ui
