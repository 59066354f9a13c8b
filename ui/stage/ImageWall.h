// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QRectF>
#include <QSize>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Where small images of one size lie side by side: as large as fits, a whole multiple of their size where
/// that is one or more, so that every pixel of theirs is a square.
struct WallPlan
{
    QRectF area; // of all images together
    int columns = 0, count = 0;
    QSizeF cell; // of one image
    double gap = 0;

    QRectF placeOf(int image) const;
    /// The image under a point, a gap belonging to its left or upper neighbour.
    std::optional<int> imageAt(const QPointF& point) const;
    /// From one image to the next.
    QSizeF step() const { return {cell.width() + gap, cell.height() + gap}; }
};

/// `count` images of `size` pixels within `room`, in the middle of its upper edge. `columns`: as many, or as
/// suits the room when 0. No room or no images: no columns.
/// `steps`: 1 keeps to whole pixels of an image, 4 also to quarters, which are smoothed.
WallPlan planWall(const QRectF& room, int count, const QSize& size, int columns = 0, int steps = 1);

/// The colours of an image's 256 tones.
using Tones = std::array<QRgb, 256>;
/// From the ground of the stage over the generation's colour to ink. Photographs keep their white: from black
/// over the colour to white.
Tones tonesOf(const QColor& colour, bool isPhotograph, const Theme& theme);
/// Whether a set's images, (m, height, width), are drawn on a dark ground as MNIST's are, to be shown as ink.
bool hasDarkGround(const std::vector<std::uint8_t>& images, const QSize& size);

/// Images (m, height, width) on their places, pixel by pixel. At least plan.count of them.
void paintWall(QPainter& painter, const WallPlan& plan, const std::vector<std::uint8_t>& images,
               const QSize& size, const Tones& tones);
/// All tones between two sets of the same images.
std::vector<std::uint8_t> blended(const std::vector<std::uint8_t>& from, const std::vector<std::uint8_t>& to,
                                  double t);

} // namespace hareloom::ui
