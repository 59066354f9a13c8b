// SPDX-License-Identifier: GPL-3.0-or-later
// DrawnImagesStage, one step slowly: images come out of the model, are all that there is, and another network
// learns from them.
#include "ui/families/diffusion/DrawnImagesStage.h"
#include "ui/families/diffusion/DrawnPlaces.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/SlowStep.h"
#include "ui/stage/TrainingCurve.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kSideShare = 0.27;  // of the width, for each of the models
constexpr double kCurveShare = 0.36; // of the height, for how the training went
constexpr int kMostOfModel = 16, kMostRows = 48;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DrawnImagesStage", text);
}

std::vector<std::uint8_t> tonesOfRow(const Matrix& rows, Eigen::Index row)
{
    std::vector<std::uint8_t> tones;
    for (const double tone : rows.row(row))
        tones.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(tone, 0.0, 1.0))));
    return tones;
}

/// Rows as far apart as they are many, each with whether the model before drew it.
std::vector<std::pair<Eigen::Index, bool>> someOf(const SlowStep& step)
{
    std::vector<bool> isDrawn;
    for (const OriginRun& run : step.rows.origins)
        isDrawn.insert(isDrawn.end(), static_cast<std::size_t>(run.rows), step.isDrawn(run));
    const auto all =
        std::min<std::ptrdiff_t>(std::ssize(isDrawn), step.rows.rows ? step.rows.rows->rows() : 0);
    const auto count = std::min<std::ptrdiff_t>(all, kMostRows);
    std::vector<std::pair<Eigen::Index, bool>> some;
    for (std::ptrdiff_t i = 0; i < count; ++i)
        some.emplace_back(i * all / count, isDrawn[static_cast<std::size_t>(i * all / count)]);
    return some;
}

} // namespace

// Each appears in its place; original ones are there from the beginning, in the tones of real data.
void DrawnImagesStage::paintStepRows(QPainter& painter, const QRectF& room, const SlowStep& step,
                                     const Theme& theme) const
{
    const auto some = someOf(step);
    const WallPlan plan = planWall(room, static_cast<int>(some.size()), imageSize());
    const double opacity = painter.opacity();
    const auto drawn = std::count_if(some.begin(), some.end(), [](const auto& row) { return row.second; });
    std::ptrdiff_t number = 0;
    painter.setOpacity(opacity * (1 - step.fade));
    for (int i = 0; i < plan.count; ++i) {
        const auto& [row, isDrawn] = some[static_cast<std::size_t>(i)];
        if (isDrawn && double(number++) >= step.draw * double(drawn))
            continue;
        const QColor colour =
            isDrawn ? theme.generation(step.fromShare) : mix(theme.surface, theme.realData, 0.5);
        const QRectF place = plan.placeOf(i);
        paintWall(painter, {place, 1, 1, place.size(), 0}, tonesOfRow(*step.rows.rows, row), imageSize(),
                  tonesOf(colour, false, theme));
    }
    painter.setOpacity(opacity);
}

void DrawnImagesStage::paintStep(QPainter& painter, const QRectF& area, const SlowStep& step,
                                 const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(TextSize::Small));
    const double caption = QFontMetricsF(painter.font()).height() + 6;
    const QRectF inner = area.adjusted(0, 4, -kGrid, -caption - 4);
    const double side = kSideShare * inner.width(), gap = 3 * kGrid;
    const QRectF left(inner.left(), inner.top(), side, inner.height()),
        right(inner.right() - side, inner.top(), side, inner.height()),
        middle(left.right() + gap, inner.top(), inner.width() - 2 * side - 2 * gap, inner.height());
    const bool hasTraining = hasCurve(step.training);
    const QRectF learned = hasTraining ? right.adjusted(0, 0, 0, -kCurveShare * right.height()) : right;
    const double opacity = painter.opacity();
    const auto model = [&](const QRectF& room, const GenerationPtr& generation, double share,
                           double strength) {
        painter.setOpacity(opacity * strength);
        const Matrix& drawn = drawnBy(generation).drawn;
        const WallPlan plan =
            planWall(room, static_cast<int>(std::min<Eigen::Index>(drawn.rows(), kMostOfModel)), imageSize());
        for (int i = 0; i < plan.count; ++i) {
            const QRectF place = plan.placeOf(i);
            paintWall(painter, {place, 1, 1, place.size(), 0}, tonesOfRow(drawn, i), imageSize(),
                      tonesOf(theme.generation(share), false, theme));
        }
        painter.setPen(theme.generationText(share));
        paintText(painter, {room.left(), inner.bottom() + 4}, Qt::AlignLeft | Qt::AlignTop,
                  tr("generation %1's model").arg(generation->index));
        painter.setOpacity(opacity);
    };
    model(left, step.from, step.fromShare, (1 - 0.75 * eased(step.gather)) * (1 - step.fade));
    paintStepRows(painter, middle, step, theme);
    if (step.fit > 0)
        model(learned, step.to, step.toShare, eased(step.fit));
    if (step.fit > 0 && hasTraining) {
        painter.setOpacity(opacity * (1 - step.fade));
        paintTraining(painter, QRectF(learned.bottomLeft(), right.bottomRight()).adjusted(0, kGrid, 0, 0),
                      step.training, step.fit, tr("squared error of the noise"),
                      theme.generation(step.toShare), theme);
    }
    painter.setPen(theme.muted);
    painter.setOpacity(opacity * (1 - step.fade));
    paintText(painter, {middle.left(), inner.bottom() + 4}, Qt::AlignLeft | Qt::AlignTop,
              tr("%1 of %2 images").arg(someOf(step).size()).arg(step.rows.all()));
    painter.setOpacity(opacity);
}

QString DrawnImagesStage::fitWords(const SlowStep& step) const
{
    return tr("A new network learns to take the noise off them. %1")
        .arg(trainingWords(step.training, tr("squared error of the noise")))
        .trimmed();
}

} // namespace hareloom::ui
