// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/ChainSetup.h"
#include "core/family/Snapshot.h"

namespace hareloom {

/// What a chain's metrics are held against: the truth (or, where it is not known, the real rows), held-out
/// rows, and generation 0.
struct References
{
    ChainSetupPtr setup;
    Seed seed = 0; // of rows that only metrics use
    DatasetPtr realRows;
    MeanCovariance truth; // of the source where known, else of the real rows (continuous families)
    std::shared_ptr<const Matrix> heldOut; // (h, d), or null
    Vector heldOutTruth;                   // log density of the truth at the held-out rows, where known
    SnapshotPtr first;                     // generation 0's model
};

/// All but generation 0's model.
References makeReferences(const ChainSetupPtr& setup, int replicate, const DatasetPtr& realRows,
                          std::shared_ptr<const Matrix> heldOut);

/// n rows of the truth for comparison, or all there are of a table; `which` numbers independent draws.
DatasetPtr truthRows(const References& references, std::int64_t n, std::uint64_t which);

} // namespace hareloom
