// SPDX-License-Identifier: GPL-3.0-or-later
// ImageStage in words and numbers: facts, legend, what is under the pointer, and the table.
#include "core/families/image/VaeSnapshot.h"
#include "ui/families/image/ClassShares.h"
#include "ui/families/image/ImageStage.h"
#include "ui/families/image/LatentPoint.h"

#include <QCoreApplication>

#include <cmath>
#include <numeric>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::ImageStage", text);
}

const VaeView& viewOf(const GenerationPtr& generation)
{
    return asVae(*generation->snapshot)->view();
}

std::span<const std::uint8_t> imageOf(const VaeView& view, int image, int pixels)
{
    const auto first = static_cast<std::size_t>(image) * static_cast<std::size_t>(pixels);
    return std::span(view.wall).subspan(first, static_cast<std::size_t>(pixels));
}

/// In [0, 1], as the model was fitted on them.
double meanTone(std::span<const std::uint8_t> image)
{
    return std::accumulate(image.begin(), image.end(), 0.0) / (255.0 * double(image.size()));
}

double rootMeanSquare(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow((double(a[i]) - double(b[i])) / 255, 2);
    return std::sqrt(sum / double(a.size()));
}

} // namespace

std::vector<StageFact> ImageStage::facts(const StageFrame& frame) const
{
    std::vector<StageFact> facts;
    const auto add = [&](const char* metric, const QString& name) {
        const double now = frame.to->metric(metric), before = m_origin.generation->metric(metric);
        if (std::isfinite(now) && std::isfinite(before))
            facts.push_back({name, numberText(now), numberText(before)});
    };
    add("latentStd", tr("latent spread"));
    add("survivingClasses", tr("classes alive"));
    add("classEntropyNats", tr("class entropy, nats"));
    return facts;
}

std::vector<LegendEntry> ImageStage::legend(const StageFrame& frame, const StageOptions& options,
                                            const Theme& theme) const
{
    const QColor colour = theme.generation(frame.share);
    switch (modeOf(options)) {
    case Mode::Samples:
        return {{LegendEntry::Mark::Fill, theme.generation(0), tr("drawn by generation 0")},
                {LegendEntry::Mark::Fill, colour, tr("by this generation")}};
    case Mode::Latents:
        return {{LegendEntry::Mark::Hollow, theme.generation(0), tr("images of generation 0")},
                {LegendEntry::Mark::Dash, theme.generation(0), tr("its 2 sd")},
                {LegendEntry::Mark::Dot, colour, tr("of this generation")},
                {LegendEntry::Mark::Line, colour, tr("its 2 sd")}};
    case Mode::Classes:
        break;
    }
    return {{LegendEntry::Mark::Line, theme.text, tr("this generation")}};
}

StagePlot ImageStage::plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const
{
    switch (modeOf(options)) {
    case Mode::Samples:
        return {walls(area).now.area, {}, false};
    case Mode::Latents:
        return {cloudFrame(area, frame, options).area(), Qt::Horizontal | Qt::Vertical, false};
    case Mode::Classes:
        break;
    }
    return {ClassStream::plotArea(area), {}, false};
}

std::optional<StageReading> ImageStage::read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                             const StageOptions& options) const
{
    switch (modeOf(options)) {
    case Mode::Samples:
        return readSample(at, area, frame);
    case Mode::Latents:
        return readLatent(at, cloudFrame(area, frame, options), frame);
    case Mode::Classes:
        break;
    }
    return classStream(frame, m_shares, m_origin.classNames).read(at, area);
}

std::optional<StageReading> ImageStage::readSample(const QPointF& at, const QRectF& area,
                                                   const StageFrame& frame) const
{
    const Walls plans = walls(area);
    const VaeView &now = viewOf(frame.to), &before = viewOf(m_origin.generation);
    std::optional<int> image = plans.now.imageAt(at);
    const WallPlan& plan = image ? plans.now : plans.before;
    if (!image)
        image = plans.before.imageAt(at);
    if (!image || now.wall.size() != before.wall.size())
        return std::nullopt;
    const int pixels = imageSize().width() * imageSize().height();
    const auto shown = imageOf(now, *image, pixels), first = imageOf(before, *image, pixels);
    StageReading reading{plan.placeOf(*image).center(), {}, plan.step(), {}, {}};
    reading.heading = tr("latent point %1 of %2").arg(*image + 1).arg(plan.count);
    reading.values = {{tr("change since generation 0"), numberText(rootMeanSquare(shown, first))},
                      {tr("mean tone, generation %1").arg(frame.to->index), numberText(meanTone(shown))},
                      {tr("mean tone, generation 0"), numberText(meanTone(first))}};
    reading.detail = wallPoint(*image, &plan == &plans.now ? frame.to : m_origin.generation, frame);
    return reading;
}

std::shared_ptr<const LatentPoint> ImageStage::wallPoint(int image, const GenerationPtr& decoder,
                                                         const StageFrame& frame) const
{
    LatentPoint point;
    point.decoder = std::dynamic_pointer_cast<const VaeSnapshot>(decoder->snapshot);
    point.generation = decoder->index;
    point.wallImage = image;
    point.name = tr("latent point %1").arg(image + 1);
    point.isPicture = true;
    point.tones = tones(decoder == m_origin.generation ? 0 : frame.share, *m_theme);
    return std::make_shared<const LatentPoint>(std::move(point));
}

// The plane is generation 0's, and so is the decoder that knows what its points mean. Of the points that the
// plane shows at this place, the one in it: nothing beside its two directions.
std::shared_ptr<const LatentPoint> ImageStage::planePoint(double x, double y) const
{
    LatentPoint point;
    point.decoder = std::dynamic_pointer_cast<const VaeSnapshot>(m_origin.generation->snapshot);
    const std::vector<float>& plane = point.decoder->view().plane;
    for (std::size_t i = 0; 2 * i + 1 < plane.size(); ++i)
        point.place.push_back(static_cast<float>(x * double(plane[2 * i]) + y * double(plane[2 * i + 1])));
    point.name = tr("(%1, %2)").arg(numberText(x), numberText(y));
    point.tones = tones(0, *m_theme);
    return std::make_shared<const LatentPoint>(std::move(point));
}

std::optional<StageReading> ImageStage::readLatent(const QPointF& at, const PlotFrame& plot,
                                                   const StageFrame& frame) const
{
    constexpr double kReach = 24;
    const QRectF& inner = plot.area();
    if (!inner.contains(at))
        return std::nullopt;
    const VaeView& view = viewOf(frame.to);
    double least = kReach;
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; 2 * i + 1 < view.cloud.size(); ++i) {
        const QPointF away = plot.at(double(view.cloud[2 * i]), double(view.cloud[2 * i + 1])) - at;
        if (const double distance = std::hypot(away.x(), away.y()); distance < least) {
            least = distance;
            nearest = i;
        }
    }
    StageReading reading{
        at, Qt::Vertical | Qt::Horizontal, {inner.width() / 100, inner.height() / 50}, {}, {}};
    const double x = plot.xRange().valueAt((at.x() - inner.left()) / inner.width());
    const double y = plot.yRange().valueAt((inner.bottom() - at.y()) / inner.height());
    reading.heading = tr("first axis %1, second axis %2").arg(numberText(x), numberText(y));
    reading.values = {{tr("nearest generated image"),
                       nearest ? tr("%1 of %2").arg(qulonglong(*nearest) + 1).arg(view.cloud.size() / 2)
                               : tr("none near")}};
    if (nearest && *nearest < view.cloudClasses.size())
        reading.values.push_back({tr("taken for"), className(view.cloudClasses[*nearest])});
    reading.detail = planePoint(x, y);
    return reading;
}

DataTable ImageStage::table(const StageFrame& frame, const StageOptions& options) const
{
    switch (modeOf(options)) {
    case Mode::Samples:
        return sampleTable(frame);
    case Mode::Latents:
        return latentTable(frame);
    case Mode::Classes:
        break;
    }
    return classStream(frame, m_shares, m_origin.classNames).table();
}

// What can be said of pictures in numbers: how light each is, and how far it has changed.
DataTable ImageStage::sampleTable(const StageFrame& frame) const
{
    DataTable table{tr("%1: samples").arg(generationWords(frame)),
                    {tr("latent point"), tr("change since generation 0"),
                     tr("mean tone, generation %1").arg(frame.to->index), tr("mean tone, generation 0")},
                    {}};
    const VaeView &now = viewOf(frame.to), &before = viewOf(m_origin.generation);
    if (now.wall.size() != before.wall.size())
        return table;
    const int pixels = imageSize().width() * imageSize().height();
    for (int i = 0; i < asVae(*frame.to->snapshot)->wallImages(); ++i) {
        const auto shown = imageOf(now, i, pixels), first = imageOf(before, i, pixels);
        table.rows.push_back({double(i + 1), rootMeanSquare(shown, first), meanTone(shown), meanTone(first)});
    }
    return table;
}

DataTable ImageStage::latentTable(const StageFrame& frame) const
{
    const VaeView& view = viewOf(frame.to);
    DataTable table{tr("%1: generated images under generation 0's encoder").arg(generationWords(frame)),
                    {tr("image"), tr("first axis"), tr("second axis")},
                    {}};
    if (!view.cloudClasses.empty())
        table.headers << tr("class, from 0");
    for (std::size_t i = 0; 2 * i + 1 < view.cloud.size(); ++i) {
        table.rows.push_back({double(i + 1), double(view.cloud[2 * i]), double(view.cloud[2 * i + 1])});
        if (!view.cloudClasses.empty())
            table.rows.back().push_back(double(view.cloudClasses[i]));
    }
    return table;
}

} // namespace hareloom::ui
