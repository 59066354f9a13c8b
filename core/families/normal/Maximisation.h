// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/normal/Expectation.h"
#include "core/families/normal/Regularisation.h"

namespace hareloom::detail {

/// The maximisation step: the mixture of highest expected log-likelihood among those with this covariance
/// structure and no variance below the floor; then what regularisation adds. A component without rows keeps its
/// place with weight 0.
NormalMixture maximised(const NormalMixture& present, const EmSums& sums, CovarianceShape shape,
                        const Regularisation& regularisation);

/// The first mixture from a clustering: (n, d) rows, (n) clusters in [0, components).
NormalMixture fromClusters(const Matrix& rows, const Eigen::VectorXi& clusters, int components,
                           CovarianceShape shape, const Regularisation& regularisation);

} // namespace hareloom::detail
