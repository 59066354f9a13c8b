// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/normal/Expectation.h"
#include "core/families/normal/NormalSettings.h"

namespace hareloom::detail {

/// The maximisation step: the mixture of highest expected log-likelihood among those with this covariance
/// structure and no variance below the floor. A component without rows keeps its place with weight 0.
NormalMixture maximised(const NormalMixture& present, const EmSums& sums, const MixtureSettings& settings);

/// The first mixture from a clustering: (n, d) rows, (n) clusters.
NormalMixture fromClusters(const Matrix& rows, const Eigen::VectorXi& clusters,
                           const MixtureSettings& settings);

} // namespace hareloom::detail
