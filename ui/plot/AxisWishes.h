// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/Ticks.h"

#include <optional>

namespace hareloom::ui {

/// What somebody wants of an axis of a figure instead of what it has by itself.
struct AxisWish
{
    struct Range
    {
        double low = 0, high = 1; // low < high

        bool operator==(const Range&) const = default;
    };

    std::optional<Range> range;
    QString title;             // empty: its own
    std::optional<bool> isLog; // the vertical axis of a metric: logarithmic, linear

    bool operator==(const AxisWish&) const = default;
};

struct AxisWishes
{
    AxisWish x, y;

    bool operator==(const AxisWishes&) const = default;
};

/// As long as this lives, every PlotFrame has these titles and says over which ranges it was painted last: a
/// figure is painted once to know its axes, and once with a part of them. Ranges are for those to keep who
/// make the frames. GUI thread.
class AxisWishScope
{
public:
    explicit AxisWishScope(const AxisWishes& wishes);
    ~AxisWishScope();
    AxisWishScope(const AxisWishScope&) = delete;
    AxisWishScope& operator=(const AxisWishScope&) = delete;

    /// Of the frame whose axes were painted last; nothing before that.
    const std::optional<AxisRange>& paintedX() const { return m_paintedX; }
    const std::optional<AxisRange>& paintedY() const { return m_paintedY; }

    /// For PlotFrame: the one in force, or null.
    static AxisWishScope* present();
    const AxisWishes& wishes() const { return m_wishes; }
    void notePainted(const AxisRange& x, const AxisRange& y);

private:
    AxisWishScope* m_before;
    AxisWishes m_wishes;
    std::optional<AxisRange> m_paintedX, m_paintedY;
};

} // namespace hareloom::ui
