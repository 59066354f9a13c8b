// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/experiment/Sweep.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace hareloom {

/// A point that cannot run, and why.
struct SweepProblem
{
    std::int64_t point = 0;
    Error error;
};

/// All points of a sweep, each checked. Points are numbered from 0: those of the grid, the first axis
/// changing slowest and the variants fastest, then those of "also", again with each variant. Immutable; any
/// thread.
class SweepPlan
{
public:
    /// Makes every point and checks it as validate() does; reads the data that they use, once each. Errors:
    /// InvalidInput (no sweep, too many points, two axes that set the same, an axis that the variants set);
    /// those of openSource(); Stopped.
    static Result<SweepPlan> make(const Experiment& experiment, const StopToken& stop = {});

    /// The whole, with its sweep.
    const Experiment& experiment() const { return m_experiment; }
    const Sweep& sweep() const { return *m_experiment.sweep; }
    std::int64_t points() const { return std::ssize(m_ids); }
    std::int64_t replicates() const { return sweep().replicates; }
    std::int64_t chains() const { return points() * replicates(); }
    /// Of each point that cannot run, in order. Nothing is to run while there are any: problem() says so.
    const std::vector<SweepProblem>& problems() const { return m_problems; }
    /// The first problem and how many there are, as one sentence; nothing where all is well.
    Result<void> check() const;

    /// What varies: the axes, then the settings that only "also" has, then "variant" where there are
    /// variants.
    const std::vector<std::string>& columns() const { return m_columns; }
    /// A point's value in each column, as tables show it: "0.1". Empty in the column of an axis with a name
    /// of its own, where the point is one of "also".
    std::vector<std::string> cells(std::int64_t point) const;
    /// The same as people read it: "policy.realShare 0.1, samples.size 100".
    std::string nameOf(std::int64_t point) const;
    /// Which value of an axis the point has; nothing where it is one of "also".
    std::optional<std::size_t> valueOf(std::int64_t point, std::size_t axis) const;
    /// The number of the variant, from 0.
    std::size_t variantOf(std::int64_t point) const
    {
        return static_cast<std::size_t>(point % m_variantCount);
    }

    /// The experiment of one point: no sweep, no variants, as many chains as there are replicates. What a
    /// variant sets counts before what an axis of several settings sets.
    Experiment experimentOf(std::int64_t point) const;
    /// 16 hexadecimal digits, of everything that decides the numbers of its chains, and of nothing else: the
    /// settings, the real data, the version of the sampling. Not of titles, nor of the number of replicates.
    const std::string& idOf(std::int64_t point) const { return m_ids[static_cast<std::size_t>(point)]; }
    /// The first point of this id.
    std::optional<std::int64_t> find(const std::string& id) const;
    /// The first point with the same id: points that differ in a setting that counts for neither are the
    /// same.
    std::int64_t firstLike(std::int64_t point) const { return m_firstLike[static_cast<std::size_t>(point)]; }

private:
    explicit SweepPlan(Experiment experiment);
    Result<void> checkAxes() const;
    void addColumns();
    Result<void> settlePoints(const StopToken& stop);
    SettingList settingsOf(std::int64_t point) const;
    std::int64_t gridPoints() const { return m_cells * m_variantCount; }

    Experiment m_experiment;
    Experiment m_base;               // without sweep and variants
    std::vector<Experiment> m_bases; // each variant of it
    std::int64_t m_variantCount = 1, m_cells = 0;
    std::vector<std::string> m_columns;
    std::vector<std::string> m_ids;
    std::vector<std::int64_t> m_firstLike;
    std::unordered_map<std::string, std::int64_t> m_byId;
    std::vector<SweepProblem> m_problems;
};

} // namespace hareloom
