// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/NormalMixture.h"
#include "core/families/normal/EmKernel.h"

namespace hareloom::detail {

/// Each covariance must be positive definite.
EmParameters packedParameters(const NormalMixture& mixture);

/// The expectation step over all rows (n, d): log-likelihood in nats and the sums that maximisation needs.
/// The same bytes for every number of threads.
EmSums expectationOver(const Matrix& rows, const EmParameters& parameters, int threads);

} // namespace hareloom::detail
