// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmScene.h"
#include "ui/presenter/PresenterLayout.h"

#include <QRectF>

#include <algorithm>

namespace hareloom::ui {

/// Where the parts of a film's frame lie, in lines of a frame that is drawn as a presentation is: as if it
/// had so few lines that its smallest words can be read when the film is small on a slide or a telephone.
/// Pure geometry.
struct FilmLayout
{
    static constexpr double kLines = PresenterLayout::kLines,
                            kColumns = 680; // at most, of each; more are zoomed
    static constexpr double kStory = PresenterLayout::kControls, kBesideAWide = 1.5;
    static constexpr double kBelow = 0.4; // of the height, of charts that have no room beside the stage

    QSizeF size; // pixels
    bool hasTitle = true, hasStory = true, hasCharts = true;
    double chartsShare = PresenterLayout::kChartsShare; // of the width

    /// Below 1 in a small frame.
    double zoom() const { return std::min(size.height() / kLines, size.width() / kColumns); }
    QRectF inside() const { return QRectF(QPointF(0, 0), size / zoom()).adjusted(16, 8, -16, -6); }
    QRectF heading() const
    {
        return {inside().topLeft(), QSizeF(inside().width(), hasTitle ? PresenterLayout::kHeading : 0)};
    }
    QRectF track() const
    {
        return {inside().left(), inside().bottom() - PresenterLayout::kTrack, inside().width(),
                PresenterLayout::kTrack};
    }
    QRectF middle() const
    {
        return inside().adjusted(0, hasTitle ? PresenterLayout::kHeading : 4, 0, -PresenterLayout::kTrack);
    }
    /// Beside the stage, or below it where the frame is higher than wide. Empty without charts.
    QRectF charts() const
    {
        const QRectF area = middle();
        if (!hasCharts)
            return {};
        if (area.width() <= kBesideAWide * area.height()) {
            const double height = kBelow * area.height();
            return {area.left(), area.bottom() - height, area.width(), height};
        }
        const double width = chartsShare * area.width();
        return {area.right() - width, area.top(), width, area.height()};
    }
    /// Stage and story.
    QRectF left() const
    {
        QRectF area = middle();
        const QRectF other = charts();
        if (other.isEmpty())
            return area;
        if (other.left() > area.left())
            area.setRight(other.left() - PresenterLayout::kGap);
        else
            area.setBottom(other.top() - PresenterLayout::kGap);
        return area;
    }
    QRectF stage() const { return left().adjusted(0, 0, 0, hasStory ? -kStory : 0); }
    /// Empty without one.
    QRectF story() const
    {
        const QRectF above = stage();
        return hasStory ? QRectF(above.left(), above.bottom() + 2, above.width(), kStory - 2) : QRectF();
    }
};

} // namespace hareloom::ui
