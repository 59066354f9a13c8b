// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filmstrip/FilmstripLayout.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

int FilmstripLayout::frames() const
{
    return count <= 0 ? 0 : (count - 1 + stride - 1) / stride + 1;
}

int FilmstripLayout::generationOf(int frame) const
{
    return std::min(frame * stride, std::max(0, count - 1));
}

int FilmstripLayout::frameOf(int generation) const
{
    return generation >= count - 1 ? std::max(0, frames() - 1) : generation / stride;
}

double FilmstripLayout::offset() const
{
    const double content = frames() * kPitch - kGap + 2 * kMargin;
    if (content <= size.width())
        return 0;
    const double at = std::min(position / stride, double(frames() - 1));
    return std::clamp((at + 0.5) * kPitch + kMargin - size.width() / 2, 0.0, content - size.width());
}

QRectF FilmstripLayout::frame(int frame) const
{
    return {kMargin + frame * kPitch - offset(), kAbove, kFrameWidth,
            size.height() - footHeight() - kAbove - kBelow};
}

QRectF FilmstripLayout::thumbnail(int index) const
{
    return frame(index).adjusted(kInset, kInset, -kInset, -words - kCaptionGap);
}

std::pair<int, int> FilmstripLayout::visible() const
{
    const double left = offset() - kMargin;
    return {std::max(0, static_cast<int>(std::floor(left / kPitch))),
            std::min(frames() - 1, static_cast<int>(std::floor((left + size.width()) / kPitch)))};
}

QRectF FilmstripLayout::track() const
{
    return {kMargin + 6, size.height() - footHeight() + 8, size.width() - 2 * kMargin - 12, 6};
}

QRectF FilmstripLayout::caption() const
{
    return {kMargin, size.height() - words - 2, size.width() - 2 * kMargin, words};
}

double FilmstripLayout::trackX(double generation) const
{
    return track().left() + track().width() * generation / std::max(1, planned - 1);
}

int FilmstripLayout::atTrack(double x) const
{
    const double share = (x - track().left()) / std::max(1.0, track().width());
    return std::clamp(static_cast<int>(std::lround(share * std::max(1, planned - 1))), 0,
                      std::max(0, count - 1));
}

int FilmstripLayout::atFrame(const QPointF& point) const
{
    const auto [first, last] = visible();
    for (int i = first; i <= last; ++i)
        if (frame(i).contains(point))
            return i;
    return -1;
}

} // namespace hareloom::ui
