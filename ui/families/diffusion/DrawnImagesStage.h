// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/ImageWall.h"
#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// Small images that every generation draws from the same noise, each beside the nearest image that its model
/// learned from; or beside what generation 0 drew. Family diffusion.
class DrawnImagesStage final : public Stage
{
public:
    enum Mode { Copies, First };

    void setOrigin(StageOrigin origin) override;
    QStringList modes() const override;
    bool drawsRows() const override { return false; }
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    bool showsSteps() const override { return true; }
    void paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme) override;
    QString fitWords(const SlowStep& step) const override;
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;
    DataTable table(const StageFrame& frame, const StageOptions& options) const override;
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;

private:
    QSize imageSize() const;
    void paintStepRows(QPainter& painter, const QRectF& room, const SlowStep& step, const Theme& theme) const;
    WallPlan pairsIn(const QRectF& area) const;

    StageOrigin m_origin;
};

} // namespace hareloom::ui
