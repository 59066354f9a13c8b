// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"
#include "core/recipe/Families.h"

namespace hareloom {

/// What all replicates of one variant share. Immutable; any thread.
struct ChainSetup
{
    Experiment experiment; // without variants; its model as the error switches leave it
    const Family* family = nullptr;
    std::shared_ptr<const Source> source;

    /// M_g, see sampleSize().
    std::int64_t size(std::int64_t generation) const
    {
        return sampleSize(experiment.samples, generation,
                          source->rowCount().value_or(0) - experiment.evaluation.heldOut);
    }
    DataShape shape() const
    {
        const ImageSetPtr images = source->images();
        return {source->dimension(), source->stateCount(), images ? images->width : 0,
                images ? images->height : 0, source->text()};
    }
    Seed seed(int replicate, int generation, Purpose purpose) const
    {
        return deriveSeed(experiment.seed, static_cast<std::uint64_t>(replicate),
                          static_cast<std::uint64_t>(generation), purpose);
    }
};
using ChainSetupPtr = std::shared_ptr<const ChainSetup>;

/// Opens the source and applies the error switches. `experiment` is one of expandVariants().
/// Errors: those of makeSource(), and InvalidInput where a table has too few rows.
Result<ChainSetupPtr> prepareChains(Experiment experiment);

} // namespace hareloom
