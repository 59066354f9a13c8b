// SPDX-License-Identifier: GPL-3.0-or-later
// ImageStage, one step slowly: pictures come out of the model, are all that there is, and another model
// learns from them.
#include "core/families/image/VaeSnapshot.h"
#include "ui/families/image/ImageStage.h"
#include "ui/stage/ImageWall.h"
#include "ui/stage/SlowStep.h"
#include "ui/stage/TrainingCurve.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kSideShare = 0.27; // of the width, for each of the models
constexpr double kCurveShare = 0.36; // of the height beside the rows, for how the training went
constexpr int kMostOfModel = 16, kMostRows = 48;
constexpr double kFlight = 0.2; // of the time in which pictures come, that one of them takes

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::ImageStage", text);
}

QString lossUnit()
{
    return QCoreApplication::translate("hareloom::ui::ImageStage", "nats an image");
}

const VaeSnapshot& vaeOf(const GenerationPtr& generation)
{
    return *asVae(*generation->snapshot);
}

std::vector<std::uint8_t> tonesOfRow(const Matrix& rows, Eigen::Index row)
{
    std::vector<std::uint8_t> tones;
    for (const double tone : rows.row(row))
        tones.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(tone, 0.0, 1.0))));
    return tones;
}

/// Some of the rows, as far apart as they are many, each with whether it was drawn now.
std::vector<std::pair<Eigen::Index, bool>> someOf(const SlowStep& step, int most)
{
    std::vector<bool> isDrawn;
    for (const OriginRun& run : step.rows.origins)
        isDrawn.insert(isDrawn.end(), static_cast<std::size_t>(run.rows), step.isDrawn(run));
    std::vector<std::pair<Eigen::Index, bool>> some;
    const auto all = std::ssize(isDrawn), count = std::min<std::ptrdiff_t>(all, most);
    for (std::ptrdiff_t i = 0; i < count; ++i)
        some.emplace_back(i * all / count, isDrawn[static_cast<std::size_t>(i * all / count)]);
    return some;
}

} // namespace

void ImageStage::paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(TextSize::Small));
    const double caption = QFontMetricsF(painter.font()).height() + 6;
    const QRectF inner = area.adjusted(0, 4, -kGrid, -caption - 4);
    const double side = kSideShare * inner.width(), gap = 3 * kGrid;
    const QRectF left(inner.left(), inner.top(), side, inner.height()),
        right(inner.right() - side, inner.top(), side, inner.height()),
        middle(left.right() + gap, inner.top(), inner.width() - 2 * side - 2 * gap, inner.height());
    const double opacity = painter.opacity();
    const bool hasTraining = hasCurve(step.training);
    const QRectF learned = hasTraining ? right.adjusted(0, 0, 0, -kCurveShare * right.height()) : right;
    const auto model = [&](const QRectF& room, const GenerationPtr& generation, double share,
                           double strength) {
        painter.setOpacity(opacity * strength);
        const VaeSnapshot& vae = vaeOf(generation);
        const WallPlan plan = planWall(room, std::min(vae.wallImages(), kMostOfModel), imageSize(), 0, 4);
        paintWall(painter, plan, vae.view().wall, imageSize(), tones(share, theme));
        painter.setPen(theme.generationText(share));
        paintText(painter, {room.left(), inner.bottom() + 4}, Qt::AlignLeft | Qt::AlignTop,
                  tr("generation %1's model").arg(generation->index));
        painter.setOpacity(opacity);
    };
    model(left, step.from, step.fromShare, (1 - 0.75 * eased(step.gather)) * (1 - step.fade));
    paintStepRows(painter, middle, left, step, theme);
    if (step.fit > 0)
        model(learned, step.to, step.toShare, eased(step.fit));
    if (step.fit > 0 && hasTraining) {
        painter.setOpacity(opacity * (1 - step.fade));
        paintTraining(painter, QRectF(learned.bottomLeft(), right.bottomRight()).adjusted(0, kGrid, 0, 0),
                      step.training, step.fit, lossUnit(), theme.generation(step.toShare), theme);
        painter.setOpacity(opacity);
    }
    const auto shown = qulonglong(someOf(step, kMostRows).size());
    painter.setPen(theme.muted);
    painter.setFont(themeFont(TextSize::Small));
    painter.setOpacity(opacity * (1 - step.fade));
    paintText(painter, {middle.left(), inner.bottom() + 4}, Qt::AlignLeft | Qt::AlignTop,
              step.gather > 0 ? tr("%1 of the %2 images that generation %3 sees")
                                    .arg(shown)
                                    .arg(step.rows.all())
                                    .arg(step.to->index)
                              : tr("%1 of %2 images").arg(shown).arg(step.rows.all()));
    painter.setOpacity(opacity);
}

QString ImageStage::fitWords(const SlowStep& step) const
{
    return tr("A new model learns from them. %1").arg(trainingWords(step.training, lossUnit())).trimmed();
}

// Each comes from the model at the left to its place; original ones lie there from the beginning, in a frame.
void ImageStage::paintStepRows(QPainter& painter, const QRectF& room, const QRectF& model,
                               const SlowStep& step, const Theme& theme) const
{
    if (!step.rows.rows)
        return;
    const auto some = someOf(step, kMostRows);
    const WallPlan plan = planWall(room, static_cast<int>(some.size()), imageSize(), 0, 4);
    const double opacity = painter.opacity();
    for (std::size_t i = 0; i < some.size(); ++i) {
        const auto& [row, isDrawn] = some[i];
        const double start = double(i) / double(some.size()) * (1 - kFlight);
        const double share = isDrawn ? std::clamp((step.draw - start) / kFlight, 0.0, 1.0) : 1;
        if (share <= 0)
            continue;
        WallPlan one = plan;
        one.count = one.columns = 1;
        const QRectF place = plan.placeOf(static_cast<int>(i));
        const QPointF from = model.center() - QPointF(place.width() / 2, place.height() / 2);
        one.area = place.translated((from - place.topLeft()) * (1 - eased(share)));
        painter.setOpacity(opacity * share * (1 - step.fade));
        paintWall(painter, one, tonesOfRow(*step.rows.rows, row), imageSize(),
                  isDrawn ? tones(step.fromShare, theme)
                          : tonesOf(mix(theme.surface, theme.realData, 0.5), m_isPhotograph, theme));
        if (isDrawn)
            continue;
        painter.setPen(QPen(theme.realData, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(one.area.adjusted(-1, -1, 1, 1));
    }
    painter.setOpacity(opacity);
}

} // namespace hareloom::ui
