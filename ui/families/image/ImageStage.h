// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/ImageWall.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/Stage.h"

namespace hareloom::ui {

struct LatentPoint;

/// What an image model draws of the same latent points in every generation; its images as generation 0's
/// encoder sees them; and the classes that they are taken for. A way of looking whose data generation 0 lacks
/// is not offered. Family image.
class ImageStage final : public Stage
{
public:
    enum class Mode { Samples, Latents, Classes };

    void setOrigin(StageOrigin origin) override;
    QStringList modes() const override;
    bool drawsRows() const override { return false; }
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    bool showsSteps() const override { return true; }
    QString fitWords(const SlowStep& step) const override;
    void paintStep(QPainter& painter, const QRectF& area, const SlowStep& step,
                   const Theme& theme) override; // ImageStep.cpp
    // ImageReadings.cpp
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;
    DataTable table(const StageFrame& frame, const StageOptions& options) const override;
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;

private:
    struct Walls
    {
        WallPlan now, before; // of generation 0: not there (no columns) where there is no room
    };

    Mode modeOf(const StageOptions& options) const;
    QSize imageSize() const;
    Tones tones(double share, const Theme& theme) const;
    Walls walls(const QRectF& area) const;
    Walls wallsOf(const QRectF& room, int count, int mostColumns, int rows, int steps) const;
    void paintSamples(QPainter& painter, const QRectF& area, const StageFrame& frame,
                      const Theme& theme) const;
    PlotFrame cloudFrame(const QRectF& area, const StageFrame& frame, const StageOptions& options) const;
    void paintLatents(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                      const Theme& theme) const;
    void paintStepRows(QPainter& painter, const QRectF& room, const QRectF& model, const SlowStep& step,
                       const Theme& theme) const;
    QString className(std::size_t index) const;
    // ImageReadings.cpp
    std::optional<StageReading> readSample(const QPointF& at, const QRectF& area,
                                           const StageFrame& frame) const;
    std::optional<StageReading> readLatent(const QPointF& at, const PlotFrame& plot,
                                           const StageFrame& frame) const;
    std::shared_ptr<const LatentPoint> wallPoint(int image, const GenerationPtr& decoder,
                                                 const StageFrame& frame) const;
    std::shared_ptr<const LatentPoint> planePoint(double x, double y) const;
    DataTable sampleTable(const StageFrame& frame) const;
    DataTable latentTable(const StageFrame& frame) const;

    StageOrigin m_origin;
    std::vector<Mode> m_modes;
    std::vector<double> m_shares; // of generation 0's classes; empty when not known
    AxisRange m_x, m_y;           // of the cloud, locked
    bool m_isPhotograph = false;
    const Theme* m_theme = &lightTheme(); // it was painted with last
};

} // namespace hareloom::ui
