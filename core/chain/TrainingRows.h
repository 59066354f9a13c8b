// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/RowOrigin.h"
#include "core/family/ChainSetup.h"

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

/// The policy at work: turns models' samples into training sets, generation by generation. A pure function
/// of the seeds and the samples, so a resumed chain finds the same rows again.
class TrainingRows
{
public:
    /// `realRows`: what generation 0 is fitted on.
    TrainingRows(ChainSetupPtr setup, int replicate, DatasetPtr realRows);

    /// Every set tells from now on where each of its rows came from. Before the first of them.
    void tellOrigins() { m_tellsOrigins = true; }

    TrainingSet first() const;
    /// `sample`: wantedFromModel() rows of generation - 1, null when that is 0. Called once a generation, in
    /// order. Errors: InvalidInput where more real rows are wanted than there are; Stopped.
    Result<TrainingSet> next(int generation, DatasetPtr sample, const StopToken& stop);

    /// For a generation that an earlier run has fitted: keeps what later ones need of it, no more.
    Result<void> skip(int generation, const DatasetPtr& sample, const StopToken& stop);
    /// Whether later generations need this generation's sample, and not only the newest model.
    bool needsEverySample() const;

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
    bool tells() const { return m_tellsOrigins || m_setup->experiment.policy.betaPrevious > 0; }
    std::vector<OriginRun> told(const OriginRun& run) const
    {
        return tells() ? std::vector{run} : std::vector<OriginRun>();
    }
    Seed seed(int generation, std::uint64_t use) const;

    ChainSetupPtr m_setup;
    int m_replicate;
    DatasetPtr m_real;
    bool m_tellsOrigins = false;
    std::vector<DatasetPtr> m_pool; // pool "all": the real rows, then every sample
    TrainingSet m_previous;         // kept only for betaPrevious
};

} // namespace hareloom
