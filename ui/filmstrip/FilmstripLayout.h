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
    static constexpr double kTrackHeight = 24, kMargin = 12;
    static constexpr double kAbove = 8, kBelow = 2, kInset = 5, kCaptionGap = 4;
    /// Of the height, what is neither picture nor words.
    static constexpr double kAround = kTrackHeight + kAbove + kBelow + kInset + kCaptionGap;

    QSizeF size;
    int count = 0;       // generations that there are
    int planned = 1;     // generations that there will be, at least `count`
    double position = 0; // the shown one
    int stride = 1;      // generations from one frame to the next; the last generation has a frame too
    double words = 16;   // height of a line of words

    int frames() const;
    /// The generation that a frame shows, and the last frame that is not beyond a generation.
    int generationOf(int frame) const;
    int frameOf(int generation) const;
    /// How far the frames are moved to the left: the shown one stays in the middle, where it can.
    double offset() const;
    QRectF frame(int frame) const;
    QRectF thumbnail(int frame) const;
    /// First and last frame that can be seen; first > last when there are none.
    std::pair<int, int> visible() const;
    /// Everything below the frames: the track, and a line for words under it, where the knob never is.
    double footHeight() const { return kTrackHeight + words; }
    QRectF caption() const;
    QRectF track() const;
    double trackX(double generation) const;
    /// The generation under a point of the track, in [0, count - 1].
    int atTrack(double x) const;
    /// The frame under a point, or -1.
    int atFrame(const QPointF& point) const;
};

} // namespace hareloom::ui
