// SPDX-License-Identifier: GPL-3.0-or-later
// ScatterStage, one step slowly: rows come out of the cloud, the cloud goes, and the next one is fitted to
// them.
#include "ui/families/normal/DensityMath.h"
#include "ui/families/normal/ScatterStage.h"
#include "ui/stage/Dots.h"
#include "ui/stage/SlowStep.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kFlight = 0.15; // of the time in which rows come, that one of them takes
constexpr double kHeight = 46;   // pixels above its place, from where it falls
constexpr double kCrowd = 1200;  // rows; more are drawn smaller

} // namespace

// Real rows and those of earlier models are there from the beginning, as rings.
void ScatterStage::paintStepRows(QPainter& painter, const PlotFrame& plot, const SlowStep& step,
                                 const Theme& theme) const
{
    const Matrix& rows = *step.rows.rows;
    const double alpha = 1 - step.fade, size = 3 / std::pow(std::max(1.0, double(rows.rows()) / kCrowd), 0.3);
    const QColor drawn = theme.generation(step.fromShare);
    std::int64_t all = 0;
    for (const OriginRun& run : step.rows.origins)
        all += step.isDrawn(run) ? run.rows : 0;
    QList<QPointF> real, earlier, landed, falling;
    Eigen::Index row = 0;
    std::int64_t number = 0;
    for (const OriginRun& run : step.rows.origins)
        for (std::int64_t i = 0; i < run.rows && row < rows.rows(); ++i, ++row) {
            const QPointF place = plot.at(rows(row, 0), rows(row, 1));
            const bool isDrawn = step.isDrawn(run);
            const double start = double(number) / std::max(1.0, double(all)) * (1 - kFlight);
            number += isDrawn ? 1 : 0;
            if (!plot.area().contains(place))
                continue;
            if (!isDrawn) {
                (run.origin == Origin::Synthetic ? earlier : real) << place;
                continue;
            }
            const double share = (step.draw - start) / kFlight;
            if (share >= 1)
                landed << place;
            else if (share > 0)
                falling << QPointF(place.x(),
                                   std::max(plot.area().top(), place.y() - (1 - share * share) * kHeight));
        }
    paintDots(painter, real, size, withAlpha(theme.realData, 0.7 * alpha), DotStyle::Ring);
    paintDots(painter, earlier, size, withAlpha(mix(theme.muted, drawn, 0.4), 0.6 * alpha), DotStyle::Ring);
    paintDots(painter, landed, size, withAlpha(drawn, 0.85 * alpha));
    paintDots(painter, falling, size + 0.8, withAlpha(drawn, alpha));
}

void ScatterStage::paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const StageFrame from = restingFrame(step.from), to = restingFrame(step.to);
    const PlotFrame plot = frameOf(insideOf(area), from, {});
    seeRange(plot);
    plot.paintGrid(painter, theme);
    const QColor old = theme.generation(step.fromShare), fresh = theme.generation(step.toShare);
    const double stays = 1 - 0.9 * eased(step.gather), comes = eased(step.fit);
    const double opacity = painter.opacity();
    painter.setOpacity(opacity * stays);
    paintHeat(painter, plot, from, old);
    painter.setOpacity(opacity * comes);
    if (comes > 0)
        paintHeat(painter, plot, to, fresh);
    painter.setOpacity(opacity);
    if (step.rows.rows && step.rows.rows->cols() >= 2)
        paintStepRows(painter, plot, step, theme);
    painter.setOpacity(opacity * std::max(stays, 0.35) * (1 - step.fade));
    paintEllipses(painter, plot, from, mix(old, theme.text, 0.35));
    painter.setOpacity(opacity * comes);
    if (comes > 0)
        paintEllipses(painter, plot, to, mix(fresh, theme.text, 0.35));
    painter.setOpacity(opacity);
    plot.paintAxes(painter, theme);
}

} // namespace hareloom::ui
