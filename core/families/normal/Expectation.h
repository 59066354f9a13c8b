// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/NormalMixture.h"
#include "core/families/normal/EmKernel.h"
#include "core/family/WeighedRows.h"

namespace hareloom::detail {

/// Each covariance must be positive definite.
EmParameters packedParameters(const NormalMixture& mixture);

/// The expectation step over all rows (n, d): log-likelihood in nats and the sums that maximisation needs.
/// Each row counts by its weight, in the likelihood, too. The same bytes for every number of threads.
EmSums expectationOver(const Matrix& rows, const EmParameters& parameters, int threads,
                       const RowWeights& weights = {});

} // namespace hareloom::detail
