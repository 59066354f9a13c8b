// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

namespace hareloom {

/// Standard deviation of all numbers of (n, d) together, about their common mean; divisor n d.
double pooledStd(const Matrix& rows);

/// Shares of classes 0 ... K-1 among n >= 1 rows: (K), sums to 1.
Vector classShares(const std::vector<int>& classes, int count);

/// Squared Frechet distance between the normals that have the two sets' means and covariances, in whatever
/// space the rows (n, f), (m, f) lie in. With the features of an Inception network it would be the FID
/// (Heusel et al. 2017); with others it is not.
double frechetDistance(const Matrix& a, const Matrix& b);

/// Share of `rows` that lie within the reach of at least one row of `reference`, whose reach is the distance
/// to its k-th nearest fellow: with generated rows and a real reference the precision of Kynkaanniemi et al.
/// 2019, eq. 1-2, the other way round their recall. k < reference rows.
double shareWithinReach(const Matrix& rows, const Matrix& reference, int k);

/// The two orthonormal directions in which (n, d) varies most, d >= 1: (d, 2), each with its largest
/// component positive; the second is 0 when d is 1.
Matrix principalPlane(const Matrix& rows);

} // namespace hareloom
