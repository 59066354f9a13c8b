// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/Generator.h"

namespace hareloom {

/// What gaussian, kde and mixture share: their fit is a NormalMixtureSnapshot.
using NormalMixtureSnapshotPtr = std::shared_ptr<const NormalMixtureSnapshot>;

inline DatasetPtr sampleOf(const NormalMixtureSnapshotPtr& snapshot, std::int64_t n, Seed seed, const SamplingBias& bias)
{
    return sampleOf(std::shared_ptr<const NormalMixture>(snapshot, &snapshot->mixture()), n, seed, bias.lambda);
}

/// Errors: InvalidFile when it is no mixture of normals in `dimension` variables.
Result<NormalMixtureSnapshotPtr> normalMixtureSnapshot(const SnapshotPtr& snapshot, int dimension);

} // namespace hareloom
