// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/ChainSetup.h"
#include "core/family/Snapshot.h"

namespace hareloom {

/// What a chain's metrics are held against: the truth as evaluation.reference has it, held-out rows, and
/// generation 0.
struct References
{
    ChainSetupPtr setup;
    Seed seed = 0;        // of rows that only metrics use
    DatasetPtr realRows;  // what generation 0 learns from
    DatasetPtr truthRows; // all there are; null: the source gives any number (continuous families)
    MeanCovariance truth; // of the source, or of truthRows (continuous families)
    std::shared_ptr<const Matrix> heldOut; // (h, d), or null
    Vector heldOutTruth;                   // log density of the truth at the held-out rows, where known
    SnapshotPtr first;                     // generation 0's model
};

/// All but generation 0's model. Errors: Stopped.
Result<References> makeReferences(const ChainSetupPtr& setup, int replicate, const DatasetPtr& realRows,
                                  std::shared_ptr<const Matrix> heldOut, const StopToken& stop);

/// n rows of the truth, or all there are if these are fewer: a table's are different rows. `which` numbers
/// independent draws. After a stop they are others, and fewer.
DatasetPtr drawTruth(const References& references, std::int64_t n, std::uint64_t which,
                     const StopToken& stop);
/// n independent rows of the truth: a table's are drawn with replacement. After a stop they are others, and
/// fewer.
DatasetPtr resampleTruth(const References& references, std::int64_t n, std::uint64_t which,
                         const StopToken& stop);

} // namespace hareloom
