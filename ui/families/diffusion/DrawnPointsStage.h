// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionSnapshot.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// Points that every generation draws from the same noise, generation 0's behind them; and each beside the
/// nearest row that its model learned from. Of one variable, the distance to that row is the second axis.
/// Family diffusion.
class DrawnPointsStage final : public Stage
{
public:
    enum Mode { Points, Copies };

    void setOrigin(StageOrigin origin) override;
    std::vector<AxisRange> lockedAxes() const override { return {m_x, m_y}; }
    QStringList modes() const override;
    bool drawsRows() const override { return false; }
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    bool showsSteps() const override { return true; }
    void paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme) override;
    QString fitWords(const SlowStep& step) const override;
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    // DrawnReadings.cpp
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;
    DataTable table(const StageFrame& frame, const StageOptions& options) const override;
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;

private:
    PlotFrame frameOf(const QRectF& inner, const StageFrame& frame, const StageOptions& options) const;
    void paintStepRows(QPainter& painter, const PlotFrame& plot, const SlowStep& step,
                       const Theme& theme) const;
    void paintCopies(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                     const Theme& theme) const;
    QString variable(std::size_t index) const;

    StageOrigin m_origin;
    AxisRange m_x, m_y; // locked
};

} // namespace hareloom::ui
