// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/ZoomWindow.h"

#include <algorithm>

namespace hareloom::ui {

namespace {

struct Part
{
    double low, high;
};

// Keeps its width where it can, and lies in [0, 1].
Part placed(double low, double width)
{
    const double w = std::clamp(width, ZoomWindow::kNarrowest, 1.0);
    const double start = std::clamp(low, 0.0, 1 - w);
    return {start, w >= 1 ? 1 : start + w};
}

Part scaledPart(double low, double high, double factor, double about)
{
    const double width = std::clamp((high - low) / factor, ZoomWindow::kNarrowest, 1.0);
    return placed(low + about * (high - low - width), width);
}

AxisRange partOf(const AxisRange& whole, double low, double high)
{
    if (low == 0 && high == 1)
        return whole;
    return {whole.valueAt(low), whole.valueAt(high), whole.isLog};
}

} // namespace

AxisRange ZoomWindow::ofX(const AxisRange& whole) const
{
    return partOf(whole, left, right);
}

AxisRange ZoomWindow::ofY(const AxisRange& whole) const
{
    return partOf(whole, bottom, top);
}

ZoomWindow ZoomWindow::scaled(double factor, const QPointF& about, Qt::Orientations axes,
                              bool keepsBase) const
{
    ZoomWindow result = *this;
    if (axes & Qt::Horizontal) {
        const Part x = scaledPart(left, right, factor, about.x());
        result.left = x.low;
        result.right = x.high;
    }
    if (axes & Qt::Vertical) {
        const Part y = scaledPart(bottom, top, factor, keepsBase ? 0 : about.y());
        result.bottom = y.low;
        result.top = y.high;
    }
    return result;
}

ZoomWindow ZoomWindow::moved(const QPointF& by, Qt::Orientations axes, bool keepsBase) const
{
    ZoomWindow result = *this;
    if (axes & Qt::Horizontal) {
        const Part x = placed(left + by.x() * (right - left), right - left);
        result.left = x.low;
        result.right = x.high;
    }
    if ((axes & Qt::Vertical) && !keepsBase) {
        const Part y = placed(bottom + by.y() * (top - bottom), top - bottom);
        result.bottom = y.low;
        result.top = y.high;
    }
    return result;
}

} // namespace hareloom::ui
