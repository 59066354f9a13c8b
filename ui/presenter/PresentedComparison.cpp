// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/PresentedComparison.h"

namespace hareloom::ui {

namespace {

constexpr double kChartsShare = 0.24; // the columns need the room

} // namespace

PresentedComparison::PresentedComparison(CompareView& view, const StageLook& look, QObject* parent)
    : Presented(parent), m_view(view)
{
    connect(&view, &CompareView::refreshed, this, &Presented::changed);
    connect(&view.overlay(), &OverlayView::axesChanged, this, &Presented::changed);
    connect(&look, &StageLook::changed, this, &Presented::moved);
    connect(&look, &StageLook::moved, this, &Presented::moved);
}

void PresentedComparison::paintMain(QPainter& painter, const QRectF& area, double position,
                                    const Theme& theme)
{
    m_view.paintColumns(painter, area, position, theme);
}

void PresentedComparison::paintStill(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    m_view.overlay().present(painter, area, theme, OverlayView::Parts::Still);
}

void PresentedComparison::paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    m_view.overlay().present(painter, area, theme, OverlayView::Parts::Moving);
}

double PresentedComparison::chartsShare() const
{
    return kChartsShare;
}

double PresentedComparison::shareOf(double position) const
{
    const StageScene* scene = m_view.firstScene();
    return scene ? scene->shareOf(position) : 0;
}

std::vector<ChartWords> PresentedComparison::words(int)
{
    return m_view.words();
}

} // namespace hareloom::ui
