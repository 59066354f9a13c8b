// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/stage/Dots.h"
#include "ui/stage/Stage.h"

#include <QCache>
#include <QLineF>
#include <QPixmap>

namespace hareloom::ui {

/// Two or more variables, the first two shown: the density as a heat map, generation 0's as contours behind
/// it, ellipses of the components, real rows and generated rows as dots. Families gaussian, kde and mixture.
class ScatterStage final : public Stage
{
public:
    enum Mode { Everything, Points, Heat };

    ScatterStage() : m_maps(kMapsKept) {}

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
                   const Theme& theme) override; // ScatterStep.cpp
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;

private:
    static constexpr int kMapsKept = 64;
    static constexpr int kMostEllipses = 40; // more components are not told apart
    using Map = std::vector<float>;

    PlotFrame frameOf(const QRectF& inner, const StageFrame& frame, const StageOptions& options) const;
    Map mapOf(const GenerationPtr& generation, const PlotFrame& plot);
    Map blendedMap(const StageFrame& frame, const PlotFrame& plot);
    void paintHeat(QPainter& painter, const PlotFrame& plot, const StageFrame& frame, const QColor& colour);
    void paintGhost(QPainter& painter, const PlotFrame& plot, const Theme& theme);
    void seeRange(const PlotFrame& plot);
    void paintEllipses(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                       const QColor& colour) const;
    void paintRows(QPainter& painter, const PlotFrame& plot, const RowsPtr& rows, double radius,
                   const QColor& colour, DotStyle style) const;
    void paintRealRows(QPainter& painter, const PlotFrame& plot, const QColor& colour);
    void paintStepRows(QPainter& painter, const PlotFrame& plot, const SlowStep& step,
                       const Theme& theme) const;
    void paintOutside(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                      const QColor& words) const;
    QList<QLineF> thumbnailGhost(const PlotFrame& plot);
    QString nameOf(std::size_t index) const; // never empty
    QString variable(std::size_t index) const;

    StageOrigin m_origin;
    AxisRange m_x, m_y;     // locked
    float m_levels[2] = {}; // of generation 0's density: above them lie 50% and 95%
    AxisRange m_seenX{0, 0, false}, m_seenY{0, 0, false}; // the ranges of what follows
    QList<QLineF> m_contours;                             // generation 0's, in cells of its map
    QPixmap m_realLayer;                                  // real rows, painted
    std::vector<double> m_realLayerOf;                    // where and how
    QList<QLineF> m_smallContours;                        // for thumbnails, over the locked ranges
    QCache<const Generation*, Map> m_maps;                // of the generations seen lately
};

} // namespace hareloom::ui
