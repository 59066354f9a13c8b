// SPDX-License-Identifier: GPL-3.0-or-later
// DrawnPointsStage, one step slowly: rows come out of the model, are all that there is, and another network
// learns from them. How a row goes from noise to its place is the model's, and is not shown: rows appear
// where they end.
#include "ui/families/diffusion/DrawnPlaces.h"
#include "ui/families/diffusion/DrawnPointsStage.h"
#include "ui/stage/Dots.h"
#include "ui/stage/SlowStep.h"
#include "ui/stage/TrainingCurve.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kCrowd = 1200;                          // rows; more are drawn smaller
constexpr double kCurveWidth = 0.3, kCurveHeight = 0.34; // of the plot, for how the training went

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DrawnPointsStage", text);
}

} // namespace

// Real rows and those of earlier models are there from the beginning, as rings.
void DrawnPointsStage::paintStepRows(QPainter& painter, const PlotFrame& plot, const SlowStep& step,
                                     const Theme& theme) const
{
    const Matrix& rows = *step.rows.rows;
    const double alpha = 1 - step.fade,
                 size = 2.6 / std::pow(std::max(1.0, double(rows.rows()) / kCrowd), 0.3);
    const QColor drawn = theme.generation(step.fromShare);
    std::int64_t all = 0, number = 0;
    for (const OriginRun& run : step.rows.origins)
        all += step.isDrawn(run) ? run.rows : 0;
    QList<QPointF> real, earlier, made;
    Eigen::Index row = 0;
    for (const OriginRun& run : step.rows.origins)
        for (std::int64_t i = 0; i < run.rows && row < rows.rows(); ++i, ++row) {
            if (step.isDrawn(run) && double(number++) >= step.draw * double(all))
                continue;
            const double x = rows(row, 0), y = rows.cols() > 1 ? rows(row, 1) : 0;
            if (plot.isInside(x, y))
                (step.isDrawn(run)                 ? made
                 : run.origin == Origin::Synthetic ? earlier
                                                   : real)
                    << plot.at(x, y);
        }
    paintDots(painter, real, size, withAlpha(theme.realData, 0.7 * alpha), DotStyle::Ring);
    paintDots(painter, earlier, size, withAlpha(mix(theme.muted, drawn, 0.4), 0.6 * alpha), DotStyle::Ring);
    paintDots(painter, made, size, withAlpha(drawn, 0.85 * alpha));
}

void DrawnPointsStage::paintStep(QPainter& painter, const QRectF& area, const SlowStep& step,
                                 const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotFrame plot = frameOf(insideOf(area), restingFrame(step.from), {});
    plot.paintGrid(painter, theme);
    const auto model = [&](const GenerationPtr& generation, double share, double strength) {
        const DiffusionView& view = drawnBy(generation);
        QList<QPointF> places;
        for (Eigen::Index i = 0; i < view.drawn.rows(); ++i)
            if (const QPointF at = placeOf(view, i); plot.isInside(at.x(), at.y()))
                places << plot.at(at.x(), at.y());
        paintDots(painter, places, 3.4, withAlpha(theme.generation(share), strength), DotStyle::Ring);
    };
    model(step.from, step.fromShare, (1 - 0.9 * eased(step.gather)) * (1 - step.fade));
    if (step.rows.rows && step.rows.rows->rows() > 0)
        paintStepRows(painter, plot, step, theme);
    if (step.fit > 0)
        model(step.to, step.toShare, eased(step.fit));
    if (step.fit > 0 && hasCurve(step.training)) {
        const QRectF all = plot.area();
        const QRectF corner(all.right() - kCurveWidth * all.width(), all.top() + 4,
                            kCurveWidth * all.width() - 4, kCurveHeight * all.height());
        painter.setOpacity(1 - step.fade);
        paintTraining(painter, corner, step.training, step.fit, tr("squared error of the noise"),
                      theme.generation(step.toShare), theme);
        painter.setOpacity(1);
    }
    plot.paintAxes(painter, theme);
}

QString DrawnPointsStage::fitWords(const SlowStep& step) const
{
    return tr("A new network learns to take the noise off them. %1")
        .arg(trainingWords(step.training, tr("squared error of the noise")))
        .trimmed();
}

} // namespace hareloom::ui
