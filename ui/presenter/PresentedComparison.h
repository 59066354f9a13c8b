// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/CompareView.h"
#include "ui/presenter/Presented.h"

namespace hareloom::ui {

/// Several runs side by side: their stages on shared axes, and their charts under one legend.
class PresentedComparison final : public Presented
{
    Q_OBJECT
public:
    /// `view` and `look` outlive this. The view goes on to follow its runs while it is hidden.
    PresentedComparison(CompareView& view, const StageLook& look, QObject* parent = nullptr);

    void paintMain(QPainter& painter, const QRectF& area, double position, const Theme& theme) override;
    void paintStill(QPainter& painter, const QRectF& area, const Theme& theme) const override;
    void paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const override;
    bool hasCharts() const override { return true; }
    double chartsShare() const override;
    double shareOf(double position) const override;
    std::vector<ChainMarks> marks() const override { return m_view.marks(); }
    /// The newest of all columns.
    ChainStory::Line lineAt(int) const override { return m_view.told(); }
    std::vector<ChartWords> words(int shown) override;
    bool scrollBy(int, const QRectF&, double, const Theme&) override { return false; }

private:
    CompareView& m_view;
};

} // namespace hareloom::ui
