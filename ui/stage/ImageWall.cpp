// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/ImageWall.h"

#include "ui/theme/OkLab.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kGapShare = 0.06; // of an image's width
constexpr double kMiddle = 0.55;   // the tone that has the generation's own colour
constexpr int kDark = 64;          // a border darker than this on average is a ground

WallPlan planOf(const QRectF& room, int count, const QSize& size, int columns, int steps)
{
    const int rows = (count + columns - 1) / columns;
    const double wide = columns + kGapShare * (columns - 1), high = rows + kGapShare * (rows - 1);
    double scale = std::min(room.width() / (wide * size.width()), room.height() / (high * size.height()));
    if (scale >= 1)
        scale = std::floor(steps * scale) / steps;
    WallPlan plan;
    plan.columns = columns;
    plan.count = count;
    plan.cell = {scale * size.width(), scale * size.height()};
    plan.gap = scale >= 1 ? std::floor(kGapShare * plan.cell.width()) : kGapShare * plan.cell.width();
    const QSizeF all(columns * plan.step().width() - plan.gap, rows * plan.step().height() - plan.gap);
    plan.area = QRectF(QPointF(std::round(room.center().x() - all.width() / 2), std::round(room.top())), all);
    return plan;
}

} // namespace

QRectF WallPlan::placeOf(int image) const
{
    const QPointF corner(image % columns * step().width(), image / columns * step().height());
    return {area.topLeft() + corner, cell};
}

std::optional<int> WallPlan::imageAt(const QPointF& point) const
{
    if (columns < 1 || !area.contains(point))
        return std::nullopt;
    const int column = static_cast<int>((point.x() - area.left()) / step().width());
    const int row = static_cast<int>((point.y() - area.top()) / step().height());
    const int image = row * columns + std::min(column, columns - 1);
    return image < count ? std::optional(image) : std::nullopt;
}

WallPlan planWall(const QRectF& room, int count, const QSize& size, int columns, int steps)
{
    if (count < 1 || room.width() < 1 || room.height() < 1 || size.isEmpty())
        return {};
    if (columns > 0)
        return planOf(room, count, size, std::min(columns, count), steps);
    WallPlan best;
    for (int tried = 1; tried <= count; ++tried) {
        const WallPlan plan = planOf(room, count, size, tried, steps);
        const bool isEven = count % tried == 0, wasEven = best.columns > 0 && count % best.columns == 0;
        const double gain = plan.cell.width() - best.cell.width();
        if (best.columns == 0 || gain > 0.5 || (gain > -0.5 && isEven && !wasEven))
            best = plan;
    }
    return best;
}

Tones tonesOf(const QColor& colour, bool isPhotograph, const Theme& theme)
{
    const QColor low = isPhotograph ? QColor(Qt::black) : theme.surface;
    const QColor high = isPhotograph ? QColor(Qt::white) : theme.realData;
    Tones tones;
    for (int i = 0; i < 256; ++i) {
        const double t = i / 255.0;
        const QColor tone =
            t < kMiddle ? mix(low, colour, t / kMiddle) : mix(colour, high, (t - kMiddle) / (1 - kMiddle));
        tones[static_cast<std::size_t>(i)] = tone.rgb();
    }
    return tones;
}

bool hasDarkGround(const std::vector<std::uint8_t>& images, const QSize& size)
{
    const int width = size.width(), height = size.height();
    const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    double sum = 0;
    std::size_t seen = 0;
    for (std::size_t image = 0; pixels > 0 && (image + 1) * pixels <= images.size(); ++image)
        for (int i = 0; i < 2 * (width + height); ++i) {
            const int along = i / 2, far = i % 2;
            const int x = along < width ? along : far * (width - 1);
            const int y = along < width ? far * (height - 1) : along - width;
            sum += images[image * pixels + static_cast<std::size_t>(y * width + x)];
            ++seen;
        }
    return seen == 0 || sum / double(seen) < kDark;
}

void paintWall(QPainter& painter, const WallPlan& plan, const std::vector<std::uint8_t>& images,
               const QSize& size, const Tones& tones)
{
    if (plan.columns < 1)
        return;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, std::fmod(plan.cell.width(), size.width()) > 0);
    const bool isVector = painter.paintEngine()->type() != QPaintEngine::Raster;
    const QList<QRgb> table(tones.begin(), tones.end());
    const auto pixels = static_cast<std::ptrdiff_t>(size.width()) * size.height();
    for (int i = 0; i < plan.count; ++i) {
        QImage image(images.data() + i * pixels, size.width(), size.height(), size.width(),
                     QImage::Format_Indexed8);
        image.setColorTable(table);
        // Who shows a vector figure would smooth a small picture: it is given the squares.
        if (isVector && plan.cell.width() > size.width())
            image = image.scaled(4 * size, Qt::IgnoreAspectRatio, Qt::FastTransformation);
        painter.drawImage(plan.placeOf(i), image.convertToFormat(QImage::Format_RGB32));
    }
    painter.restore();
}

std::vector<std::uint8_t> blended(const std::vector<std::uint8_t>& from, const std::vector<std::uint8_t>& to,
                                  double t)
{
    if (t >= 1 || from.size() != to.size())
        return to;
    std::vector<std::uint8_t> result(to.size());
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = static_cast<std::uint8_t>(std::lround((1 - t) * from[i] + t * to[i]));
    return result;
}

} // namespace hareloom::ui
