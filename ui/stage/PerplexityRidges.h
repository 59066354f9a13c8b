// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// Bins of equal width on a logarithmic axis of perplexities, from 1, which is text that the model knows by
/// heart.
struct PerplexityBins
{
    static constexpr int kCount = 48;

    double high = 10; // upper edge of the last bin, in which what is above counts, too

    /// Perplexity at the lower edge of a bin; of kCount: `high`.
    double edge(int bin) const;
    int of(double perplexity) const;
};
/// Up to a round number (1, 2 or 5 times a power of ten) that no perplexity of exp(mostNats) is above.
PerplexityBins perplexityBins(double mostNats);

/// Perplexities of generated blocks under generation 0's model. Shares of all blocks.
struct PerplexityHistogram
{
    std::vector<double> shares;  // (PerplexityBins::kCount), sum 1; empty: not measured
    double below = 0, above = 0; // shares below generation 0's 1% point and above its 99% point
};

/// Where generation 0's rarest blocks begin: perplexities that 1% are below, and 1% above.
struct PerplexityTails
{
    double low = 1, high = 1;
};
PerplexityTails perplexityTails(const std::vector<float>& nats);
PerplexityHistogram perplexityHistogram(const std::vector<float>& nats, const PerplexityTails& tails,
                                        const PerplexityBins& bins);

/// The histograms of all generations of a chain, one row each, generation 0 behind each as a ghost.
class PerplexityRidges
{
public:
    /// `origin`: generation 0. `generations`: how many there will be, for the ramp of colours. Frame and
    /// options outlive this.
    PerplexityRidges(const StageFrame& frame, const GenerationPtr& origin, const StageOptions& options,
                     double generations);

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
