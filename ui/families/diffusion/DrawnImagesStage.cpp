// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/diffusion/DrawnImagesStage.h"

#include "ui/families/diffusion/DrawnFacts.h"
#include "ui/families/diffusion/DrawnPlaces.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kMostPairs = 64, kThumbnailImages = 15;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DrawnImagesStage", text);
}

std::vector<std::uint8_t> bytesOf(const Matrix& rows, Eigen::Index count)
{
    std::vector<std::uint8_t> bytes;
    for (Eigen::Index i = 0; i < std::min(count, rows.rows()); ++i)
        for (const double tone : rows.row(i))
            bytes.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(tone, 0.0, 1.0))));
    return bytes;
}

/// One of a set of images alone, in a place of its own.
void paintOne(QPainter& painter, const QRectF& place, const std::vector<std::uint8_t>& images, int image,
              const QSize& size, const Tones& tones)
{
    const std::ptrdiff_t pixels = std::ptrdiff_t(size.width()) * size.height();
    const std::vector<std::uint8_t> one(images.begin() + image * pixels,
                                        images.begin() + (image + 1) * pixels);
    paintWall(painter, {place, 1, 1, place.size(), 0}, one, size, tones);
}

/// The halves of a pair's place, a pixel of an image apart.
QRectF half(const QRectF& pair, const QSize& size, bool isSecond)
{
    const double pixel = pair.width() / (2 * size.width() + 1);
    return {pair.left() + (isSecond ? (size.width() + 1) * pixel : 0), pair.top(), size.width() * pixel,
            pair.height()};
}

} // namespace

void DrawnImagesStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
}

QStringList DrawnImagesStage::modes() const
{
    return {tr("Beside the nearest"), tr("Beside generation 0")};
}

QSize DrawnImagesStage::imageSize() const
{
    const DiffusionArchitecture& a = asDiffusion(*m_origin.generation->snapshot)->architecture();
    return {a.width, a.height};
}

WallPlan DrawnImagesStage::pairsIn(const QRectF& area) const
{
    const double caption = QFontMetricsF(themeFont(TextSize::Small)).height() + 6;
    const auto count =
        static_cast<int>(std::min<Eigen::Index>(kMostPairs, drawnBy(m_origin.generation).drawn.rows()));
    const QRectF room = area.adjusted(0, 4, -kGrid, -caption - 4);
    return planWall(room, count, {2 * imageSize().width() + 1, imageSize().height()});
}

void DrawnImagesStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                             const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const WallPlan plan = pairsIn(area);
    const auto count = static_cast<Eigen::Index>(plan.count);
    const DiffusionView &to = drawnBy(frame.to), &first = drawnBy(m_origin.generation);
    const bool isFirst = options.mode == First;
    const auto drawn =
        blended(bytesOf(drawnBy(frame.from).drawn, count), bytesOf(to.drawn, count), frame.blend);
    const auto beside = bytesOf(isFirst ? first.drawn : to.nearest, count);
    const QColor ink = mix(theme.surface, theme.realData, 0.5);
    const Tones own = tonesOf(theme.generation(frame.share), false, theme);
    const Tones other = tonesOf(isFirst ? theme.generation(0) : ink, false, theme);
    for (int i = 0; i < plan.count; ++i) {
        paintOne(painter, half(plan.placeOf(i), imageSize(), false), drawn, i, imageSize(), own);
        paintOne(painter, half(plan.placeOf(i), imageSize(), true), beside, i, imageSize(), other);
    }
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    const QString words = isFirst ? tr("left: this generation; right: generation 0 from the same noise")
                                  : tr("left: drawn; right: the nearest image that it learned from");
    paintText(painter, plan.area.bottomLeft() + QPointF(0, 4), Qt::AlignLeft | Qt::AlignTop,
              painter.fontMetrics().elidedText(words, Qt::ElideRight, int(plan.area.width())));
}

void DrawnImagesStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                      double share, const StageOptions&, const Theme& theme)
{
    const Matrix& drawn = drawnBy(generation).drawn;
    const int count = static_cast<int>(std::min<Eigen::Index>(kThumbnailImages, drawn.rows()));
    WallPlan plan = planWall(area, count, imageSize());
    plan.area.moveCenter(area.center());
    paintWall(painter, plan, bytesOf(drawn, count), imageSize(),
              tonesOf(theme.generation(share), false, theme));
}

std::vector<StageFact> DrawnImagesStage::facts(const StageFrame& frame) const
{
    return drawnFacts(frame, m_origin.generation);
}

std::vector<LegendEntry> DrawnImagesStage::legend(const StageFrame& frame, const StageOptions& options,
                                                  const Theme& theme) const
{
    const LegendEntry drawn{LegendEntry::Mark::Fill, theme.generation(frame.share),
                            tr("drawn by this generation")};
    if (options.mode == First)
        return {drawn, {LegendEntry::Mark::Fill, theme.generation(0), tr("drawn by generation 0")}};
    return {drawn, {LegendEntry::Mark::Fill, theme.realData, tr("nearest that it learned from")}};
}

StagePlot DrawnImagesStage::plot(const QRectF& area, const StageFrame&, const StageOptions&) const
{
    return {pairsIn(area).area, {}, false};
}

std::optional<StageReading> DrawnImagesStage::read(const QPointF& at, const QRectF& area,
                                                   const StageFrame& frame, const StageOptions&) const
{
    const WallPlan plan = pairsIn(area);
    const std::optional<int> image = plan.imageAt(at);
    const DiffusionView& view = drawnBy(frame.to);
    if (!image || *image >= view.drawn.rows())
        return std::nullopt;
    const QRectF place = plan.placeOf(*image);
    StageReading reading{place.center(), {}, plan.step(), {}, {}};
    reading.heading = tr("image %1").arg(*image + 1);
    const double pixels = std::sqrt(double(view.drawn.cols()));
    reading.values = {{tr("root mean square to the nearest"), numberText(noveltyOf(view, *image) / pixels)},
                      {tr("mean tone"), numberText(view.drawn.row(*image).mean())}};
    return reading;
}

DataTable DrawnImagesStage::table(const StageFrame& frame, const StageOptions&) const
{
    const DiffusionView& view = drawnBy(frame.to);
    DataTable table{tr("%1: images").arg(generationWords(frame)),
                    {tr("image"), tr("mean tone"), tr("distance to the nearest that it learned from")},
                    {}};
    for (Eigen::Index i = 0; i < view.drawn.rows(); ++i)
        table.rows.push_back({double(i + 1), view.drawn.row(i).mean(), noveltyOf(view, i)});
    return table;
}

} // namespace hareloom::ui
