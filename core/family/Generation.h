// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/experiment/MetricName.h"
#include "core/family/Generator.h"
#include "core/family/Snapshot.h"

#include <memory>
#include <string>
#include <vector>

namespace hareloom {

/// A chain's number: variant * chains + replicate. Replicate r of every variant has the same seeds, so
/// variants are compared on the same real rows.
using ChainIndex = int;

/// A measured value; units are in the name (klNats, elapsedMs). NaN where it is not defined here.
struct MetricValue
{
    MetricName name;
    double value = 0;
};

/// One finished link of a chain. Immutable once published, so any thread may read it.
struct Generation
{
    ChainIndex chain = 0;
    int index = 0;                  // 0 = fitted on real rows only
    Seed seed = 0;                  // of its sample: derived from (experiment seed, replicate, index)
    std::int64_t realRows = 0;      // original rows among those it was fitted on
    std::int64_t freshRows = 0;     // rows newly drawn from the source
    std::int64_t syntheticRows = 0; // rows that models generated
    std::int64_t sampleRows = 0;    // rows that it generates for the next
    FitReport fit;
    std::vector<MetricValue> metrics;
    SnapshotPtr snapshot; // what a view draws
    std::string note;     // why a collapsed model could not be fitted; empty when all is well

    /// NaN when it was not measured.
    double metric(std::string_view name) const;
};
using GenerationPtr = std::shared_ptr<const Generation>;

} // namespace hareloom
