// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/stage/Stage.h"
#include "ui/texts/PerplexityHistogram.h"

namespace hareloom::ui {

/// The histograms of all generations of a chain, one row each, generation 0 behind each as a ghost.
class PerplexityRidges
{
public:
    /// `origin`: generation 0. `generations`: how many there will be, for the ramp of colours. `known`: of
    /// this origin. Frame and options outlive this.
    PerplexityRidges(const StageFrame& frame, const GenerationPtr& origin, const StageOptions& options,
                     double generations, PerplexityHistograms& known);

    void paint(QPainter& painter, const QRectF& area, const Theme& theme) const;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area) const;
    /// The bins of the shown generation and of generation 0.
    DataTable table() const;
    static QRectF plotArea(const QRectF& area);

private:
    struct Row
    {
        int index;
        double base, height; // y of its foot; pixels of the highest bin of all rows
    };

    AxisRange range() const;
    std::vector<Row> rows(const QRectF& inner) const;
    PerplexityHistogram histogramAt(int index) const;
    void paintRow(QPainter& painter, const PlotFrame& axes, const Row& row, const Theme& theme) const;
    void paintShares(QPainter& painter, const PlotFrame& axes, const Row& row, const Theme& theme) const;

    const StageFrame& m_frame;
    const StageOptions& m_options;
    PerplexityTails m_tails;
    PerplexityBins m_bins;
    std::vector<PerplexityHistogram> m_all;
    double m_peak = 1e-9; // the highest share of all
    double m_generations;
};

/// One histogram alone over generation 0's, without words; on an axis that generation 0 decides alone, so
/// that all can be compared.
void paintPerplexityThumbnail(QPainter& painter, const QRectF& area, const std::vector<float>& nats,
                              const std::vector<float>& first, const QColor& colour, const Theme& theme);

} // namespace hareloom::ui
