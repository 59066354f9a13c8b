// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/base/StopToken.h"
#include "core/data/Dataset.h"

namespace hareloom::detail {

/// Starts EM: k-means++ seeding (Arthur, Vassilvitskii, SODA 2007), then Lloyd's iterations until no row
/// changes its cluster, at most `maxIterations`. Returns each row's cluster, (n) in [0, clusters); of any
/// after a stop, which is heard between two passes over the rows.
Eigen::VectorXi kMeans(const Matrix& rows, int clusters, int maxIterations, Rng& rng,
                       const StopToken& stop = {});

} // namespace hareloom::detail
