// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace hareloom::ui {

/// Covers what a chart shows of generations after `position`: who is asked what will happen must not see it.
/// What lies below the axis reaches over its line by half a pen, and points by half of themselves. The shown
/// generation's own point is painted afterwards.
inline void coverFuture(QPainter& painter, const PlotFrame& plot, double position, const Theme& theme)
{
    constexpr double kReach = 5;
    const QRectF all = plot.area();
    const double left = std::min(plot.x(position), all.right());
    painter.fillRect(
        QRectF(QPointF(left, all.top() - kReach), QPointF(all.right() + kReach, all.bottom() + kReach)),
        theme.surface);
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(left, all.bottom()), all.bottomRight()); // the axis itself stays
}

} // namespace hareloom::ui
