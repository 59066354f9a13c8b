// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenter/Presented.h"
#include "ui/stage/StageLook.h"
#include "ui/stage/StageScene.h"
#include "ui/vitals/VitalsColumn.h"

namespace hareloom::ui {

/// One run: its stage and its vital signs; before it has begun, the real data.
class PresentedRun final : public Presented
{
    Q_OBJECT
public:
    /// All outlive this.
    PresentedRun(StageScene& scene, const StageLook& look, const VitalsColumn& vitals,
                 const ChainStory& story, QObject* parent = nullptr);

    void paintMain(QPainter& painter, const QRectF& area, double position, const Theme& theme) override;
    void paintStill(QPainter& painter, const QRectF& area, const Theme& theme) const override;
    void paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const override;
    bool hasCharts() const override { return m_vitals.chartCount() > 0; }
    double chartsShare() const override;
    double shareOf(double position) const override { return m_scene.shareOf(position); }
    std::vector<ChainMarks> marks() const override;
    ChainStory::Line lineAt(int shown) const override { return m_story.lineAt(shown); }
    std::vector<ChartWords> words(int shown) override;
    bool scrollBy(int lines, const QRectF& area, double position, const Theme& theme) override;
    /// The first line of a text that has more than there is room for.
    int scroll() const { return m_scroll; }

private:
    /// As the stage has them, but scrolled on its own: it has another height.
    StageOptions options() const;
    void beginAnew();
    QRectF belowLegend(const QRectF& area, const std::vector<LegendEntry>& legend) const;

    StageScene& m_scene;
    const StageLook& m_look;
    const VitalsColumn& m_vitals;
    const ChainStory& m_story;
    int m_scroll = 0;
    int m_mode, m_choice; // in which it is scrolled
};

} // namespace hareloom::ui
