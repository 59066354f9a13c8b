// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

#include <utility>

namespace hareloom::ui {

/// Where frames and the scrubbing track lie: pure geometry, the same for 5 and for 5,000 generations.
struct FilmstripLayout
{
    static constexpr double kFrameWidth = 104, kGap = 8, kPitch = kFrameWidth + kGap;
    static constexpr double kTrackHeight = 28, kMargin = 12;

    QSizeF size;
    int count = 0;       // generations that there are
    int planned = 1;     // generations that there will be, at least `count`
    double position = 0; // the shown one

    /// How far the frames are moved to the left: the shown one stays in the middle, where it can.
    double offset() const;
    QRectF frame(int index) const;
    QRectF thumbnail(int index) const;
    /// First and last frame that can be seen; first > last when there are none.
    std::pair<int, int> visible() const;
    QRectF track() const;
    double trackX(double generation) const;
    /// The generation under a point of the track, in [0, count - 1].
    int atTrack(double x) const;
    /// The frame under a point, or -1.
    int atFrame(const QPointF& point) const;
};

} // namespace hareloom::ui
