// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/SweepRun.h"
#include "ui/sweep/SweepPicture.h"
#include "ui/vitals/VitalSeries.h"

#include <map>
#include <memory>

namespace hareloom::ui {

using SweepPlanPtr = std::shared_ptr<const SweepPlan>;

/// Which picture of a sweep is shown.
struct SweepChoice
{
    std::string metric;
    std::int64_t generation = 0;
    std::size_t across = 0;         // the dimension along the horizontal axis
    std::optional<std::size_t> up;  // and along the vertical one; none: a curve
    std::vector<std::size_t> fixed; // of each dimension the value that counts where it is neither
    Spread spread = Spread::Deciles;
    bool isLog = false;
};

/// What the chains of a sweep have measured so far, and pictures of it. A dimension is an axis of the sweep's
/// grid, or the variants, as far as it has several values. Points beside the grid are in no picture. GUI
/// thread.
class SweepModel
{
public:
    /// Bytes that the values may take: beyond, only some generations are kept, evenly chosen, the last among
    /// them.
    static constexpr double kMostBytes = 256e6;

    explicit SweepModel(SweepPlanPtr plan);

    const SweepPlan& plan() const { return *m_plan; }
    const std::vector<SweptAxis>& dimensions() const { return m_dimensions; }
    /// What can be shown, those that the sweep's summary names first; before anything is measured, those that
    /// the experiment asks for.
    std::vector<std::string> metrics() const;
    /// Those that can be shown, ascending.
    const std::vector<std::int64_t>& generations() const { return m_generations; }
    /// The first picture: the first dimension across, the second up, the last generation.
    SweepChoice firstChoice() const;

    /// Of a chain that was added before, the newest counts.
    void add(const ChainValues& chain);
    void fail(std::int64_t point, const QString& why);
    std::int64_t chainsDone() const { return m_done; }
    /// Of all points; those that are the same share their chains.
    std::int64_t chainsInAll() const { return m_inAll; }
    /// Of a point and a replicate, whether the chain is there now; of any thread.
    std::function<bool(std::int64_t, std::int64_t)> doneChains() const;
    std::int64_t pointsFailed() const { return static_cast<std::int64_t>(m_failures.size()); }

    /// By point: what theory says of a metric, by generation.
    using Theory = std::vector<std::optional<Prediction>>;
    void setTheory(const std::string& metric, Theory theory) { m_theory[metric] = std::move(theory); }
    bool hasTheory(const std::string& metric) const { return m_theory.contains(metric); }

    /// `choice.generation` is one of generations().
    SweepPicture picture(const SweepChoice& choice) const;
    /// "Real share 0.05, Sample size 100". Of a point in a picture.
    QString nameOf(std::int64_t point) const;
    /// The point of a cell.
    std::int64_t pointAt(const SweepChoice& choice, std::size_t column, std::size_t row) const;

private:
    /// Of one point: for each replicate its values, (kept generations, metrics), row by row; empty: not yet.
    using Replicates = std::vector<std::vector<float>>;

    void addDimensions();
    void chooseGenerations(std::size_t metrics);
    std::size_t columnOf(const std::string& metric);
    SweepCell cell(std::int64_t point, const SweepChoice& choice, std::size_t kept, std::size_t metric) const;
    std::optional<std::size_t> valueOf(std::int64_t point, std::size_t dimension) const;
    void addTheory(SweepPicture& picture, const SweepChoice& choice) const;
    QString statisticOf(const SweepChoice& choice, const std::vector<SweepCell>& cells) const;
    QString chainsOf(const std::vector<SweepCell>& cells) const;
    QString fixedOf(const SweepChoice& choice) const;

    SweepPlanPtr m_plan;
    std::vector<SweptAxis> m_dimensions;
    std::vector<std::optional<std::size_t>>
        m_axes; // of each dimension the axis of the grid; none: the variants
    std::map<std::vector<std::size_t>, std::int64_t> m_points; // by the values of the dimensions
    std::vector<std::int64_t> m_generations;
    std::vector<std::string> m_metrics; // measured, in the order of the first chain
    std::vector<Replicates> m_values;   // by point
    std::map<std::int64_t, QString> m_failures;
    std::map<std::string, Theory> m_theory;
    std::int64_t m_done = 0, m_inAll = 0;
};

} // namespace hareloom::ui
