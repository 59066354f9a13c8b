// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/base/StopToken.h"
#include "core/data/Dataset.h"

#include <vector>

namespace hareloom {

/// Exact squared Wasserstein-2 distance of two one-dimensional samples of any sizes, in squared units of
/// the data, >= 0: the integral over u in (0, 1) of (F_a^-1(u) - F_b^-1(u))^2, with the samples' own
/// quantile functions (Villani, Topics in Optimal Transportation, 2003, sect. 2.2). O(n log n).
/// NaN when a sample is empty or holds a value that is not finite. What it returns after a stop is of no use.
double w2Squared1d(std::vector<double> a, std::vector<double> b, const StopToken& stop = {});

/// `count` unit vectors (d, count), uniform on the sphere; same seed, same vectors. For d = 1 the one
/// direction there is, whatever the count.
Matrix randomDirections(int dimension, int count, Seed seed);

/// Sliced squared Wasserstein-2 distance: the mean over the directions of w2Squared1d of the projected
/// rows; Bonneel, Rabin, Peyre, Pfister 2015, doi:10.1007/s10851-014-0506-3. Not multiplied by d: for
/// two normals that differ only by a shift s it is about |s|^2 / d. `a` is (n, d), `b` (m, d),
/// `directions` (d, L). NaN when shapes differ or a sample is empty. What it returns after a stop is of no
/// use.
///
/// The noise floor of this statistic is its own value for two independent samples of the truth, of the
/// sizes of `a` and `b`, along the same directions.
double slicedW2Squared(MatrixView a, MatrixView b, const Matrix& directions, const StopToken& stop = {});

} // namespace hareloom
