// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/Ticks.h"

#include <QPointF>
#include <QtCore/qnamespace.h>

namespace hareloom::ui {

/// The part of a plot that is looked at, in shares of its whole axes, so that it means the same on a linear
/// and on a logarithmic axis: 0 <= left < right <= 1, and 0 <= bottom < top <= 1 from the bottom up.
struct ZoomWindow
{
    static constexpr double kNarrowest = 1.0 / 512; // of an axis

    double left = 0, right = 1, bottom = 0, top = 1;

    bool isWhole() const { return left <= 0 && right >= 1 && bottom <= 0 && top >= 1; }
    bool operator==(const ZoomWindow&) const = default;

    /// The part of a whole axis that is looked at.
    AxisRange ofX(const AxisRange& whole) const;
    AxisRange ofY(const AxisRange& whole) const;

    /// Magnified by `factor` (below 1: more is seen) about a point, given in shares of what is seen now.
    /// `keepsBase`: the lower end of the vertical axis stays, as areas and bars must be seen from their base.
    ZoomWindow scaled(double factor, const QPointF& about, Qt::Orientations axes, bool keepsBase) const;
    /// Moved by shares of what is seen now; stops at the ends of the axes.
    ZoomWindow moved(const QPointF& by, Qt::Orientations axes, bool keepsBase) const;
};

} // namespace hareloom::ui
