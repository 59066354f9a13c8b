// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/stage/Stage.h"

#include <QHash>

namespace hareloom::ui {

class RowFall;

/// One variable: the density now over generation 0's ghost, its tails, and rows of the sample beneath; or a
/// ridgeline of all generations. Families gaussian, kde and mixture.
class DensityStage final : public Stage
{
public:
    enum Mode { Density, Ridgeline };
    static constexpr double kHeadroom = 1.9; // the locked vertical axis, in peaks of generation 0
    /// Bins of the histogram of so many real rows.
    static std::size_t binsFor(Eigen::Index rows);

    void setOrigin(StageOrigin origin) override;
    std::vector<AxisRange> lockedAxes() const override;
    QStringList modes() const override;
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;
    DataTable table(const StageFrame& frame, const StageOptions& options) const override;
    bool showsSteps() const override { return true; }
    void paintStep(QPainter& painter, const QRectF& area, const SlowStep& step,
                   const Theme& theme) override; // DensityStep.cpp
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;

private:
    /// One generation's row of the ridgeline: where its baseline lies, and how high a curve of the usual
    /// height rises.
    struct Ridge
    {
        int index;
        double base, height;
    };
    using Curve = std::vector<double>;

    Curve curveOf(const GenerationPtr& generation, const AxisRange& x);
    Curve blendedCurve(const StageFrame& frame, const AxisRange& x);
    AxisRange wholeX(const StageFrame& frame, const StageOptions& options) const;
    AxisRange wholeY(const StageFrame& frame, const StageOptions& options);
    static std::vector<Ridge> ridges(const QRectF& inner, const StageFrame& frame);
    std::optional<StageReading> readRidge(const QPointF& at, const QRectF& inner, const StageFrame& frame,
                                          double x) const;
    void paintDensity(QPainter& painter, const QRectF& area, const StageFrame& frame,
                      const StageOptions& options, const Theme& theme);
    void paintTails(QPainter& painter, const PlotFrame& plot, const Curve& curve, const QColor& colour,
                    const Theme& theme) const;
    void paintRugs(QPainter& painter, const PlotFrame& plot, const StageFrame& frame, const QColor& colour,
                   const Theme& theme) const;
    void paintOverflow(QPainter& painter, const PlotFrame& plot, const Curve& curve,
                       const QColor& words) const;
    void paintRidges(QPainter& painter, const QRectF& area, const StageFrame& frame,
                     const StageOptions& options, const Theme& theme);
    void paintRidge(QPainter& painter, const PlotFrame& plot, const GenerationPtr& generation, bool isShown,
                    const QColor& colour, const Theme& theme);
    QString axisTitle() const;
    void paintStepCurves(QPainter& painter, const PlotFrame& model, const SlowStep& step, const Curve& before,
                         const Curve& after, const RowFall& fall, const Theme& theme) const;
    // DensityOthers.cpp
    static std::vector<StageFrame> othersBeside(const StageFrame& frame, const Experiment& experiment);
    void paintOthers(QPainter& painter, const PlotFrame& plot, const StageFrame& frame, const AxisRange& x,
                     const Theme& theme);
    // DensityReal.cpp
    Curve truthOver(const AxisRange& x);
    void paintReal(QPainter& painter, const PlotFrame& plot, const Theme& theme);
    void paintRealHistogram(QPainter& painter, const PlotFrame& plot, const Theme& theme) const;

    StageOrigin m_origin;
    AxisRange m_locked;
    Curve m_ghost; // over m_locked
    double m_ghostPeak = 1;
    double m_lowTail = 0, m_highTail = 0;     // generation 0's 1% and 99% points
    AxisRange m_seen;                         // the range of m_curves
    Curve m_truth;                            // the real data's density over m_truthOver; empty: not known
    AxisRange m_truthOver;
    QHash<const Generation*, Curve> m_curves; // of the generations seen lately
};

} // namespace hareloom::ui
