// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/stage/Dots.h"
#include "ui/stage/Stage.h"

#include <QCache>
#include <QLineF>

namespace hareloom::ui {

/// Two or more variables, the first two shown: the density as a heat map, generation 0's as contours behind
/// it, ellipses of the components, real rows and generated rows as dots. Families gaussian, kde and mixture.
class ScatterStage final : public Stage
{
public:
    enum Mode { Everything, Points, Heat };

    ScatterStage() : m_maps(kMapsKept) {}

    void setOrigin(StageOrigin origin) override;
    QStringList modes() const override;
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;

private:
    static constexpr int kMapsKept = 64;
    using Map = std::vector<float>;

    PlotFrame frameOf(const QRectF& inner, const StageFrame& frame, const StageOptions& options) const;
    Map mapOf(const GenerationPtr& generation, const PlotFrame& plot);
    Map blendedMap(const StageFrame& frame, const PlotFrame& plot);
    void paintHeat(QPainter& painter, const PlotFrame& plot, const Map& map, const QColor& colour,
                   double strength) const;
    void paintGhost(QPainter& painter, const PlotFrame& plot, const StageOptions& options,
                    const Theme& theme);
    void paintEllipses(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                       const QColor& colour) const;
    void paintRows(QPainter& painter, const PlotFrame& plot, const RowsPtr& rows, double radius,
                   const QColor& colour, DotStyle style) const;
    void paintOutside(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                      const QColor& words) const;
    QString variable(std::size_t index) const;

    StageOrigin m_origin;
    AxisRange m_x, m_y; // locked
    Map m_ghost;        // generation 0, over the locked axes
    QList<QLineF> m_contours;
    QCache<const Generation*, Map> m_maps; // over the locked axes
};

} // namespace hareloom::ui
