// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/PrepareChains.h"
#include "core/training/RowOrigin.h"

namespace hareloom {

/// What one generation is fitted on, and where its rows came from.
struct TrainingSet
{
    DatasetPtr rows;
    std::int64_t realRows = 0, freshRows = 0, syntheticRows = 0;
    std::vector<OriginRun> origins = {}; // of all rows, in order; empty unless they are told
};

/// Rows that the newest model must generate for this generation.
std::int64_t wantedFromModel(const ChainSetup& setup, int generation);

/// How the rows of a generation's training set count in its fit, by policy.realWeight: its first rows are
/// those of realShare and freshShare. Equal where there is no other row.
RowWeights rowWeights(const ChainSetup& setup, int generation, std::int64_t rows);

/// The policy at work: turns models' samples into training sets, generation by generation. A pure function
/// of the seeds and the samples, so a resumed chain finds the same rows again.
class TrainingRows
{
public:
    /// `realRows`: what generation 0 is fitted on.
    TrainingRows(const Course& course, int replicate, DatasetPtr realRows);
    /// The next generation is the first of this leg: the policy is another from now on, what was kept stays.
    void goOnWith(ChainSetupPtr setup) { m_setup = std::move(setup); }

    /// Every set tells from now on where each of its rows came from. Before the first of them.
    void tellOrigins() { m_tellsOrigins = true; }

    TrainingSet first() const;
    /// `sample`: wantedFromModel() rows of generation - 1, null when that is 0. Called once a generation, in
    /// order. Errors: InvalidInput where more real rows are wanted than there are; Stopped.
    Result<TrainingSet> next(int generation, DatasetPtr sample, const StopToken& stop);

    /// For a generation that an earlier run has fitted: keeps what later ones need of it, no more.
    Result<void> skip(int generation, const DatasetPtr& sample, const StopToken& stop);
    /// Whether later generations need every generation's sample, and not only the newest model.
    bool needsEverySample() const { return m_needsEverySample; }

    const DatasetPtr& realRows() const { return m_real; }

private:
    TrainingSet wholePool() const;
    Result<TrainingSet> fromReal(std::int64_t count, int generation, const StopToken& stop) const;
    Result<TrainingSet> fromPrevious(std::int64_t count, int generation, const StopToken& stop) const;
    Result<TrainingSet> fromPool(std::int64_t count, int generation, DatasetPtr sample,
                                 const StopToken& stop) const;
    Result<TrainingSet> mixed(const RowShares& shares, int generation, const DatasetPtr& sample,
                              const StopToken& stop) const;
    std::vector<OriginRun> poolRuns() const;
    Result<TrainingSet> chosen(int generation, DatasetPtr sample, const StopToken& stop);
    Result<void> keep(const TrainingSet& set, const StopToken& stop);
    bool tells() const { return m_tellsOrigins || m_keepsPrevious; }
    std::vector<OriginRun> told(const OriginRun& run) const
    {
        return tells() ? std::vector{run} : std::vector<OriginRun>();
    }
    Seed seed(int generation, std::uint64_t use) const;

    ChainSetupPtr m_setup;
    int m_replicate;
    DatasetPtr m_real;
    bool m_tellsOrigins = false;
    bool m_keepsPool = false, m_keepsPrevious = false; // because some leg takes rows of them
    bool m_needsEverySample = false;                   // because some leg does
    std::vector<DatasetPtr> m_pool;                    // the real rows, then every sample
    TrainingSet m_previous;
};

} // namespace hareloom
