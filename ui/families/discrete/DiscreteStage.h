// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/families/discrete/LostStates.h"
#include "ui/families/discrete/StateLifetimes.h"
#include "ui/families/discrete/StateNames.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/Stage.h"

#include <map>

namespace hareloom::ui {

class RowFall;

/// States as bars, most frequent of generation 0 first; a state that is extinct stays as a hollow bar. Where
/// there are more states than pixels a bar stands for several and a strip beneath shows how many live. Or a
/// list of what was lost, in its order. Or how long each state lived, against how often the real data have
/// it. Family discrete.
class DiscreteStage final : public Stage
{
public:
    enum Mode { Frequencies, Lost, Lives };
    static constexpr double kHeadroom =
        2.0; // the locked vertical axis, in generation 0's largest probability

    void setOrigin(StageOrigin origin) override;
    std::vector<AxisRange> lockedAxes() const override; // DiscreteAxes.cpp
    QStringList modes() const override;
    bool hasLogScale() const override { return true; }
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;
    int mostScroll(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    QString spoken(const StageFrame& frame, const StageOptions& options) const override;
    DataTable table(const StageFrame& frame, const StageOptions& options) const override;
    // DiscreteStep.cpp
    bool showsSteps() const override { return true; }
    void paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme) override;
    QString fitWords(const SlowStep& step) const override;
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;

private:
    static constexpr double kNarrowest = 3; // pixels of a bar that stands for one state

    /// One painted bar: a state, or several neighbours and their means.
    struct Bar
    {
        std::size_t first = 0, last = 0; // the ranks [first, last) that it stands for
        double before = 0;               // in generation 0
        double now = 0;
        double alive = 0; // share of its states that are not extinct
        double axis = 0;  // in the generation that the axes are locked to
    };
    struct Extent
    {
        double most = 0, least = 1; // of generation 0's bars; the least that is not zero
    };
    /// Those in sight, at most about `most`.
    std::vector<Bar> bars(const StageFrame& frame, const ZoomWindow& zoom, std::size_t most) const;
    Bar barOf(const StageFrame& frame, std::size_t first, std::size_t last) const;
    std::vector<Bar> barsIn(const QRectF& inner, const StageFrame& frame, const StageOptions& options) const;
    // DiscreteAxes.cpp
    Extent originExtent(std::size_t most) const;
    AxisRange xRange(const ZoomWindow& zoom) const;
    AxisRange wholeY(const StageFrame& frame, double width, const StageOptions& options) const;
    void paintBars(QPainter& painter, const PlotFrame& plot, const std::vector<Bar>& bars,
                   const QColor& colour, const Theme& theme) const;
    void paintLife(QPainter& painter, const PlotFrame& plot, const std::vector<Bar>& bars,
                   const QColor& colour, const Theme& theme) const;
    void paintOverflow(QPainter& painter, const PlotFrame& plot, const std::vector<Bar>& bars,
                       const Theme& theme) const;
    void paintStepBars(QPainter& painter, const PlotFrame& model, const SlowStep& step,
                       const std::vector<Bar>& before, const std::vector<Bar>& after, const RowFall& fall,
                       const Theme& theme) const;
    void paintMissed(QPainter& painter, const SlowStep& step, const std::vector<Bar>& before,
                     const std::vector<Bar>& after, const RowFall& fall, const Theme& theme) const;
    static QString axisTitle(double width);
    std::vector<Tick> stateTicks(const AxisRange& x, double width) const;
    /// Whether its states have names or numbers of their own; else they are called by their ranks.
    bool isNamed() const;
    QString nameOf(std::size_t rank) const;

    void paintFrequencies(QPainter& painter, const QRectF& area, const StageFrame& frame,
                          const StageOptions& options, const Theme& theme) const;
    // DiscreteLifetimes.cpp
    void paintLifetimes(QPainter& painter, const QRectF& area, const StageFrame& frame,
                        const Theme& theme) const;
    std::vector<LegendEntry> lifetimesLegend(const StageFrame& frame, const Theme& theme) const;
    std::optional<StageReading> readLifetime(const QPointF& at, const QRectF& area,
                                             const StageFrame& frame) const;
    DataTable lifetimesTable(const StageFrame& frame) const;

    StageOrigin m_origin;
    StateNames m_names;
    LostStates m_lost;
    StateLifetimes m_lifetimes;
    std::vector<int> m_order;                        // states, most frequent first
    mutable std::map<std::size_t, Extent> m_extents; // by the number of bars
};

} // namespace hareloom::ui
