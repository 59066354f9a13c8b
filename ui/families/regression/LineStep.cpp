// SPDX-License-Identifier: GPL-3.0-or-later
// LineStage, one step slowly: rows come out of the line, the line goes, and the next one is laid through
// them.
#include "ui/families/regression/LineStage.h"
#include "ui/stage/SlowStep.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kFlight = 0.15; // of the time in which rows come, that one of them takes
constexpr double kCrowd = 1200;  // rows; more are drawn smaller

} // namespace

// A drawn row begins on the line and goes as far as chance has it. Real rows and those of earlier models are
// there from the beginning, as rings.
void LineStage::paintStepRows(QPainter& painter, const PlotFrame& plot, const SlowStep& step,
                              const Theme& theme) const
{
    const Matrix& rows = *step.rows.rows;
    const double alpha = 1 - step.fade, size = 3 / std::pow(std::max(1.0, double(rows.rows()) / kCrowd), 0.3);
    const QColor drawn = theme.generation(step.fromShare);
    const Vector line = regressionOf(step.from).predicted(rows.leftCols(1));
    std::int64_t all = 0, number = 0;
    for (const OriginRun& run : step.rows.origins)
        all += step.isDrawn(run) ? run.rows : 0;
    QList<QPointF> real, earlier, made;
    Eigen::Index row = 0;
    for (const OriginRun& run : step.rows.origins)
        for (std::int64_t i = 0; i < run.rows && row < rows.rows(); ++i, ++row) {
            double y = rows(row, 1);
            if (step.isDrawn(run)) {
                const double start = double(number++) / std::max(1.0, double(all)) * (1 - kFlight);
                const double share = (step.draw - start) / kFlight;
                if (share <= 0)
                    continue;
                y = line[row] + eased(std::min(1.0, share)) * (y - line[row]);
            }
            if (plot.isInside(rows(row, 0), y))
                (step.isDrawn(run)                 ? made
                 : run.origin == Origin::Synthetic ? earlier
                                                   : real)
                    << plot.at(rows(row, 0), y);
        }
    paintDots(painter, real, size, withAlpha(theme.realData, 0.7 * alpha), DotStyle::Ring);
    paintDots(painter, earlier, size, withAlpha(mix(theme.muted, drawn, 0.4), 0.6 * alpha), DotStyle::Ring);
    paintDots(painter, made, size, withAlpha(drawn, 0.85 * alpha));
}

void LineStage::paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotFrame plot = frameOf(insideOf(area), restingFrame(step.from), {});
    plot.paintGrid(painter, theme);
    const double stays = 1 - 0.9 * eased(step.gather), comes = eased(step.fit), opacity = painter.opacity();
    if (step.rows.rows && step.rows.rows->cols() == 2)
        paintStepRows(painter, plot, step, theme);
    const auto lineOf = [&](const GenerationPtr& generation, double share, double strength) {
        painter.setOpacity(opacity * strength);
        paintLine(
            painter, plot, [&](MatrixView at) { return regressionOf(generation).predicted(at); },
            QPen(mix(theme.generation(share), theme.text, 0.25), 2.6, Qt::SolidLine, Qt::FlatCap));
        painter.setOpacity(opacity);
    };
    lineOf(step.from, step.fromShare, std::max(stays, 0.35) * (1 - step.fade));
    if (comes > 0)
        lineOf(step.to, step.toShare, comes);
    plot.paintAxes(painter, theme);
}

} // namespace hareloom::ui
