// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/base/StopToken.h"
#include "core/data/Dataset.h"

#include <utility>
#include <vector>

namespace hareloom {

/// A finite mixture of d-dimensional normals. It is the common shape of what the continuous families
/// fit: a Gaussian (K = 1), a mixture (K components) and a kernel density (K = n, one shared covariance).
struct NormalMixture
{
    Vector weights; // (K), each >= 0, sum 1
    Matrix means;   // (K, d)
    std::vector<Matrix>
        covariances; // K of them, or one that all components share; (d, d), positive semi-definite

    int components() const { return static_cast<int>(weights.size()); }
    int dimension() const { return static_cast<int>(means.cols()); }
    const Matrix& covariance(int k) const
    {
        return covariances[covariances.size() == 1 ? 0 : static_cast<std::size_t>(k)];
    }

    static NormalMixture single(Vector mean, Matrix covariance);
    static NormalMixture single(double mean, double variance); // d = 1
};

/// Mean (d) and covariance (d, d) of the whole mixture: law of total variance.
Vector meanOf(const NormalMixture& mixture);
Matrix covarianceOf(const NormalMixture& mixture);
/// Both, of as many components as a kernel density has, for work that may be stopped; what it returns after a
/// stop is of no use. Beyond a million components sums are rounded otherwise than above.
std::pair<Vector, Matrix> momentsOf(const NormalMixture& mixture, const StopToken& stop);

/// The same with every covariance times `lambda` (MAD's sampling bias, arXiv 2307.01850).
NormalMixture narrowed(NormalMixture mixture, double lambda);

/// Whether all its parameters are finite; what it says after a stop is of no use.
bool isFinite(const NormalMixture& mixture, const StopToken& stop = {});

/// Log density in nats at each row of `rows` (n, d). -inf where the density is zero; a component with a
/// singular covariance contributes nothing away from its support.
Vector logDensity(const NormalMixture& mixture, MatrixView rows);
/// The same, for work that may be stopped; what it returns after a stop is of no use.
Vector logDensity(const NormalMixture& mixture, MatrixView rows, const StopToken& stop);

/// P(x_j <= x) under the mixture, exact to rounding. `j` in [0, d). What it returns after a stop is of no
/// use.
double marginalCdf(const NormalMixture& mixture, int j, double x, const StopToken& stop = {});

/// The x with marginalCdf(mixture, j, x) = p, by bisection; p in (0, 1). What it returns after a stop is of
/// no use.
double marginalQuantile(const NormalMixture& mixture, int j, double p, const StopToken& stop = {});

/// The same with the mass on either side, of which the smaller counts: as exact in the upper tail as in the lower.
double marginalQuantile(const NormalMixture& mixture, int j, double below, double above);

/// n rows of the mixture as a seekable dataset; covariances are scaled by `covarianceScale` (MAD's lambda,
/// arXiv 2307.01850). Same seed, same rows.
DatasetPtr sampleOf(const std::shared_ptr<const NormalMixture>& mixture, std::int64_t n, Seed seed,
                    double covarianceScale = 1.0);
/// The same, for work that may be stopped: the components are counted through. Errors: Stopped.
Result<DatasetPtr> sampleOf(const std::shared_ptr<const NormalMixture>& mixture, std::int64_t n, Seed seed,
                            double covarianceScale, const StopToken& stop);

} // namespace hareloom
