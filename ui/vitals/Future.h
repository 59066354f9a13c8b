// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace hareloom::ui {

/// Covers what a chart shows of generations after `position`: who is asked what will happen must not see it.
inline void coverFuture(QPainter& painter, const PlotFrame& plot, double position, const Theme& theme)
{
    constexpr double kBeside = 1; // the shown generation's own point and the line that leads to it stay
    constexpr double kBelow = 2;  // half of a line that runs along the axis
    const QRectF all = plot.area();
    const double left = std::min(plot.x(position) + kBeside, all.right());
    painter.fillRect(QRectF(QPointF(left, all.top() - 3), QPointF(all.right() + 3, all.bottom() + kBelow)),
                     theme.surface);
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(left, all.bottom()), all.bottomRight());
}

} // namespace hareloom::ui
