// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/Clip.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

// Liang and Barsky: the shares of the segment between which it is inside all four edges.
std::optional<QLineF> clipped(const QLineF& line, const QRectF& area)
{
    const double dx = line.dx(), dy = line.dy();
    if (!std::isfinite(line.x1() + line.y1() + dx + dy))
        return std::nullopt;
    double from = 0, to = 1;
    const auto cut = [&](double step, double room) { // step * t <= room
        if (step == 0)
            return room >= 0;
        const double t = room / step;
        if (step > 0)
            to = std::min(to, t);
        else
            from = std::max(from, t);
        return from <= to;
    };
    if (cut(dx, area.right() - line.x1()) && cut(-dx, line.x1() - area.left()) &&
        cut(dy, area.bottom() - line.y1()) && cut(-dy, line.y1() - area.top()))
        return QLineF(line.pointAt(from), line.pointAt(to));
    return std::nullopt;
}

void appendClipped(QList<QLineF>& lines, const QLineF& line, const QRectF& area)
{
    if (const auto inside = clipped(line, area))
        lines.append(*inside);
}

} // namespace hareloom::ui
