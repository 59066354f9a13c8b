// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"
#include "core/family/Family.h"
#include "core/metrics/Gaussian.h"

namespace hareloom {

/// What all replicates of one variant share: the experiment with its source opened. Immutable; any thread.
struct ChainSetup
{
    Experiment experiment; // without variants; its model as the error switches leave it
    const Family* family = nullptr;
    std::shared_ptr<const Source> source;
    MeanCovariance sourceMoments; // of a source of numbers: exact, or of all rows of a table

    /// M_g, see sampleSize().
    std::int64_t size(std::int64_t generation) const
    {
        return sampleSize(experiment.samples, generation,
                          source->rowCount().value_or(0) - experiment.evaluation.heldOut);
    }
    Seed seed(int replicate, int generation, Purpose purpose) const
    {
        return deriveSeed(experiment.seed, static_cast<std::uint64_t>(replicate),
                          static_cast<std::uint64_t>(generation), purpose);
    }
};
using ChainSetupPtr = std::shared_ptr<const ChainSetup>;

/// Of a source of numbers: the exact moments, or those of all rows of a table. Empty of any other. Errors:
/// Stopped.
Result<MeanCovariance> sourceMomentsOf(const Source& source, const StopToken& stop);

/// How many rows of each origin the policy takes for one generation >= 1.
struct RowShares
{
    std::int64_t real = 0, fresh = 0, previous = 0, pool = 0;
};
RowShares sharesOf(const ChainSetup& setup, int generation);

} // namespace hareloom
