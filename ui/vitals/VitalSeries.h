// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"
#include "core/recipe/Published.h"
#include "ui/session/History.h"
#include "ui/vitals/Theory.h"

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hareloom::ui {

/// What is drawn of the chains of a variant.
enum class Spread {
    Deciles,       // median, and a band from the 10% to the 90% point
    Quartiles,     // median, and a band from the lower to the upper quartile
    StandardError, // mean, and a band of one standard error to either side: n chains, divisor n - 1
    Chains         // median, and every chain as a thin line
};
/// More chains than this are no longer told apart, and are not drawn one by one.
inline constexpr int kMostSingleChains = 200;

/// One metric of one variant by generation over its chains; NaN where nothing was measured.
struct VitalLine
{
    std::string title; // of the variant; empty when there is just one
    int chains = 1;
    std::vector<double> centre, low, high;       // as Spread says; median and deciles unless told otherwise
    std::vector<std::vector<double>> each = {};  // Spread::Chains: by chain; else empty
    std::vector<double> theory;                  // by generation; empty: there is none
    Statistic theoryStatistic = Statistic::Mean; // over chains, that it describes
    std::vector<double> theoryLow, theoryHigh;   // one standard deviation of a chain to either side; or empty
    double real = std::numeric_limits<double>::quiet_NaN(); // of the real data themselves, where known
    int every = 1;   // the values are those of every so many generations
    int from = 0;    // of a branch: the first generation that it does not share
    int parent = -1; // ... with this line; -1: it is no branch
    /// Where its settings change: the first generation with the new ones, and what they are.
    std::vector<std::pair<int, std::string>> changes = {};

    bool hasBand() const { return chains > 1 && each.empty(); }
    /// Of `values` by generation, what is drawn of a branch: from the last that it shares on; NaN before.
    std::vector<double> own(std::vector<double> values) const;
};

/// What a chart spans; nothing while there is no finite value.
struct VitalExtent
{
    std::optional<std::pair<double, double>> all, positive;

    /// Of both.
    VitalExtent joined(const VitalExtent& other) const;
};

/// Longer chains that are not held in memory are thinned to so many values, at most: of neighbours the least
/// and the greatest, in their order, and generation 0 as it is.
inline constexpr int kMostStoredValues = 20'000;

/// One line for each variant. Incremental: update() looks only at generations that it has not counted yet.
class VitalSeries
{
public:
    VitalSeries(std::string metric, const std::vector<Experiment>& variants, Spread spread = Spread::Deciles);

    const std::string& metric() const { return m_metric; }
    Spread spread() const { return m_spread; }
    void update(const History& history);
    /// By variant.
    void setTheory(std::vector<Prediction> curves);
    const std::vector<VitalLine>& lines() const { return m_lines; }
    /// What papers printed for these settings; each once, however many variants it belongs to.
    const std::vector<PublishedCurve>& published() const { return m_published; }
    void setPublished(std::vector<PublishedCurve> curves) { m_published = std::move(curves); }
    /// Generations of which at least one chain has arrived.
    std::size_t measured() const;
    /// Of everything drawn, or of what is drawn of the first `generations` generations; nothing while there
    /// is no finite value.
    VitalExtent extent(std::size_t generations = kAll) const
    {
        return {ends(false, generations), ends(true, generations)};
    }

private:
    static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

    std::optional<std::pair<double, double>> ends(bool positiveOnly, std::size_t generations) const;
    void summarise(VitalLine& line, std::size_t variant, int generation, const History& history);
    void takeStored(const History& history);

    std::string m_metric;
    Spread m_spread;
    std::vector<Experiment> m_variants;
    std::vector<VitalLine> m_lines;
    std::vector<PublishedCurve> m_published;
    std::vector<std::vector<int>> m_counted; // by variant, by generation: chains that are in
    std::vector<int> m_from;                 // by variant: every chain is in before this generation
};

/// What somebody expected of metrics before they were measured, by the metric's name.
using ExpectedCurves = std::map<std::string, PublishedCurve>;

/// What papers printed of a metric for these variants; each once.
std::vector<PublishedCurve> publishedOf(const std::vector<Experiment>& variants, const std::string& metric);

/// Which metrics there are to show: those that the first generation measured, or before it is there, those
/// that the experiment asks for; the ones that tell a collapse best first.
std::vector<std::string> offeredVitals(const Experiment& experiment, const Generation* first);
/// Which to show unless someone has chosen: those of the experiment that are offered, in the order in which
/// it names them, at most `most`.
std::vector<std::string> chooseVitals(const Experiment& experiment, const Generation* first,
                                      std::size_t most);

} // namespace hareloom::ui
