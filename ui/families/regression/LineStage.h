// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/families/regression/RegressionModel.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/Dots.h"

#include <QPen>

namespace hareloom::ui {

/// One input: the line that was learned, from rows that the line before it made up; generation 0's line and
/// the truth stay behind it. Family regression.
class LineStage final : public Stage
{
public:
    enum Mode { LineAndRows, Line };

    void setOrigin(StageOrigin origin) override;
    std::vector<AxisRange> lockedAxes() const override { return {m_x, m_y}; }
    QStringList modes() const override;
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;
    DataTable table(const StageFrame& frame, const StageOptions& options) const override;
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;
    // LineStep.cpp
    bool showsSteps() const override { return true; }
    void paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme) override;

private:
    PlotFrame frameOf(const QRectF& inner, const StageFrame& frame, const StageOptions& options) const;
    AxisRange heightsOf(const GenerationPtr& generation) const;
    /// What a line, or a curve of features, answers at even steps over the horizontal axis.
    using Answer = std::function<Vector(MatrixView inputs)>;
    void paintLine(QPainter& painter, const PlotFrame& plot, const Answer& answer, const QPen& pen) const;
    void paintBand(QPainter& painter, const PlotFrame& plot, const Answer& answer, double halfWidth,
                   const QColor& colour) const;
    void paintRows(QPainter& painter, const PlotFrame& plot, const RowsPtr& rows, double radius,
                   const QColor& colour, DotStyle style) const;
    void paintBehind(QPainter& painter, const PlotFrame& plot, const Theme& theme) const;
    void paintStepRows(QPainter& painter, const PlotFrame& plot, const SlowStep& step,
                       const Theme& theme) const;
    /// Half the height of the band in which 95% of its rows lie.
    double bandAt(const StageFrame& frame) const;

    StageOrigin m_origin;
    std::optional<BestLine> m_truth;
    AxisRange m_x, m_y; // locked
};

} // namespace hareloom::ui
