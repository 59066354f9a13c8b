// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/ChainFan.h"
#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// All chains of one variant at once: a fan of quantiles of one quantity against the generation, and the
/// chosen chain as a line. Every family; StageScene offers it beside the family's own stage.
class ChainsStage final : public Stage
{
public:
    /// Few enough to be told apart: each is drawn as a thin line too.
    static constexpr int kFewChains = 20;

    /// Before anything else is asked of it: whose chains, and by which quantity (a key; unknown: the usual
    /// one). Reads new generations. False when there is nothing to compare.
    bool choose(const History& history, const Experiment& variant, ChainIndex chain, const std::string& key);
    /// Between setOrigin() and choose(): what the chains can be compared by, the usual one first.
    void setQuantities(std::vector<Quantity> quantities) { m_quantities = std::move(quantities); }
    const std::vector<Quantity>& quantities() const { return m_quantities; }
    /// An index of quantities().
    int chosen() const { return m_chosen; }
    /// What theory expects of the quantity with this key in the chosen variant.
    void setTheory(std::string key, Prediction curve)
    {
        m_theoryKey = std::move(key);
        m_theory = std::move(curve);
    }

    void setOrigin(StageOrigin origin) override;
    QStringList modes() const override;
    bool hasLogScale() const override { return true; }
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;
    QString summary(const StageFrame& frame) const override;
    DataTable table(const StageFrame& frame, const StageOptions& options) const override;
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;

private:
    AxisRange wholeX() const;
    AxisRange wholeY(const StageOptions& options) const;
    PlotFrame frameOf(const QRectF& inner, const StageOptions& options) const;
    void paintBand(QPainter& painter, const PlotFrame& plot, std::size_t low, std::size_t high,
                   const QBrush& brush) const;
    void paintMarker(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                     const Theme& theme) const;
    /// Empty where there is none for what is shown.
    const std::vector<double>& theory() const;
    void paintTheory(QPainter& painter, const PlotFrame& plot, const Theme& theme) const;
    const std::vector<double>& ownValues(const StageFrame& frame) const;
    QString chainName(const StageFrame& frame) const;

    StageOrigin m_origin;
    std::vector<Quantity> m_quantities;
    int m_chosen = 0;
    ChainIndex m_first = 0; // of the variant
    std::optional<ChainFan> m_fan;
    std::string m_theoryKey;
    Prediction m_theory;
};

} // namespace hareloom::ui
