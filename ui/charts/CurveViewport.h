// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/Ticks.h"

#include <QPointF>

namespace hareloom::ui {

/// What part of a plot is looked at, in coordinates where both axes are linear: a logarithmic axis is looked
/// at through its decimal logarithm.
class CurveViewport
{
public:
    struct Span
    {
        double low = 0, high = 1;
        double width() const { return high - low; }
    };

    /// All there is; what is looked at stays unless nothing was zoomed or the kind of axis changed.
    void setHome(const AxisRange& x, const AxisRange& y);
    void reset();
    bool isZoomed() const { return m_isZoomed; }

    /// `factor` < 1 looks closer. `at`: the point that stays, as shares of the view from the lower left.
    void zoom(double factor, const QPointF& at, bool across, bool up);
    /// By shares of the view; positive goes right and up.
    void pan(double across, double up);

    const Span& x() const { return m_x; }
    const Span& y() const { return m_y; }
    bool isLog() const { return m_isLog; }
    /// Where a value lies on the vertical axis, 0 on a logarithmic one at its lower end; NaN where it has no place.
    double placed(double value) const;
    AxisRange rangeX() const { return {m_x.low, m_x.high, false}; }
    AxisRange rangeY() const;

private:
    Span m_homeX, m_homeY, m_x, m_y;
    bool m_isLog = false;
    bool m_isZoomed = false;
};

} // namespace hareloom::ui
