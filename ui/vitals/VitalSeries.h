// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"
#include "core/recipe/Published.h"
#include "ui/session/History.h"

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace hareloom::ui {

/// One metric of one variant by generation: the median over its chains and their 10% and 90% points, NaN
/// where nothing was measured.
struct VitalLine
{
    std::string title; // of the variant; empty when there is just one
    int chains = 1;
    std::vector<double> median, low, high;
    std::vector<double> theory;                             // by generation; empty: there is none
    Statistic theoryStatistic = Statistic::Mean;            // over chains, that it describes
    double real = std::numeric_limits<double>::quiet_NaN(); // of the real data themselves, where known
};

/// One line for each variant. Incremental: update() looks only at generations that it has not counted yet.
class VitalSeries
{
public:
    VitalSeries(std::string metric, const std::vector<Experiment>& variants);

    const std::string& metric() const { return m_metric; }
    void update(const History& history);
    /// By variant.
    void setTheory(std::vector<Prediction> curves);
    const std::vector<VitalLine>& lines() const { return m_lines; }
    /// What papers printed for these settings; each once, however many variants it belongs to.
    const std::vector<PublishedCurve>& published() const { return m_published; }
    void setPublished(std::vector<PublishedCurve> curves) { m_published = std::move(curves); }
    /// Generations of which at least one chain has arrived.
    std::size_t measured() const;
    /// Of everything drawn; nothing while there is no finite value.
    std::optional<std::pair<double, double>> extent(bool positiveOnly) const;

private:
    void summarise(VitalLine& line, std::size_t variant, int generation, const History& history);

    std::string m_metric;
    std::vector<Experiment> m_variants;
    std::vector<VitalLine> m_lines;
    std::vector<PublishedCurve> m_published;
    std::vector<std::vector<int>> m_counted; // by variant, by generation: chains that are in
    std::vector<int> m_from;                 // by variant: every chain is in before this generation
};

/// Which metrics there are to show: those that the first generation measured, or before it is there, those
/// that the experiment asks for; the ones that tell a collapse best first.
std::vector<std::string> offeredVitals(const Experiment& experiment, const Generation* first);
/// Which to show unless someone has chosen: those of the experiment that are offered, at most `most`.
std::vector<std::string> chooseVitals(const Experiment& experiment, const Generation* first,
                                      std::size_t most);

} // namespace hareloom::ui
