// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QRectF>
#include <QSizeF>

#include <algorithm>

namespace hareloom::ui {

/// Where the parts of a presentation lie, in lines of an enlarged screen: pure geometry. The screen is drawn
/// as if it had so few lines that its smallest words are a fortieth of its height, and larger where the
/// user's words are.
struct PresenterLayout
{
    /// Of themeFont(TextSize::Small), the smallest words there are: 2.8% of the height.
    static constexpr double kLines = 420, kFewestLines = 300;
    static constexpr double kHeading = 82, kTrack = 26, kControls = 38, kGap = 8;
    static constexpr double kChartsShare = 0.27;

    QSizeF size;           // pixels
    double words = 1;      // the user's font scale
    bool hasCharts = true; // that have room beside a wide stage
    double charts = kChartsShare;

    double zoom() const
    {
        return std::max(1.0, size.height() / std::clamp(kLines / words, kFewestLines, 1.2 * kLines));
    }
    QRectF inside() const
    {
        return QRectF(0, 0, size.width() / zoom(), size.height() / zoom()).adjusted(16, 8, -16, -6);
    }
    QRectF heading() const { return {inside().topLeft(), QSizeF(inside().width(), kHeading)}; }
    QRectF track() const { return {inside().left(), inside().bottom() - kTrack, inside().width(), kTrack}; }
    QRectF middle() const { return inside().adjusted(0, kHeading, 0, -kTrack); }
    /// Empty where there is no room for any.
    QRectF chartsArea() const
    {
        const QRectF area = middle();
        if (!hasCharts || area.width() <= 1.5 * area.height())
            return {};
        const double width = charts * area.width();
        return {area.right() - width, area.top(), width, area.height()};
    }
    /// The buttons never lie on it.
    QRectF stage() const
    {
        QRectF area = middle().adjusted(0, 0, 0, -kControls);
        if (const QRectF beside = chartsArea(); !beside.isEmpty())
            area.setRight(beside.left() - kGap);
        return area;
    }
    /// Of the buttons, and of what is told while they rest.
    QRectF strip() const
    {
        const QRectF above = stage();
        return {above.left(), above.bottom() + 2, above.width(), kControls - 2};
    }
    /// In pixels.
    QRect onScreen(const QRectF& area) const
    {
        return QRectF(area.topLeft() * zoom(), area.size() * zoom()).toAlignedRect();
    }
};

} // namespace hareloom::ui
