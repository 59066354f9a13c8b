// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

#include <cstdint>

namespace hareloom {

enum class Estimator {
    Unbiased, // scatter / (M - 1)
    Biased,   // scatter / M
};
inline constexpr std::array<Word<Estimator>, 2> kEstimators = {
    {{Estimator::Unbiased, "unbiased"}, {Estimator::Biased, "biased"}}};

struct GaussianSettings
{
    Estimator estimator = Estimator::Unbiased;
};

/// How wide a kernel is: as given, or by a rule that follows the sample (Scott 1992; Silverman 1986).
enum class Bandwidth { Fixed, Scott, Silverman };
inline constexpr std::array<Word<Bandwidth>, 3> kBandwidths = {
    {{Bandwidth::Fixed, "fixed"}, {Bandwidth::Scott, "scott"}, {Bandwidth::Silverman, "silverman"}}};

struct KdeSettings
{
    Bandwidth bandwidth = Bandwidth::Silverman;
    double bandwidthValue = 0.3; // fixed: the kernel's standard deviation h in each variable
};

/// Which covariances the components of a mixture may have. Tied: all the same.
enum class CovarianceShape { Full, Diagonal, Tied, Spherical };
inline constexpr std::array<Word<CovarianceShape>, 4> kCovarianceShapes = {
    {{CovarianceShape::Full, "full"},
     {CovarianceShape::Diagonal, "diagonal"},
     {CovarianceShape::Tied, "tied"},
     {CovarianceShape::Spherical, "spherical"}}};

struct MixtureSettings
{
    std::int64_t components = 2; // K
    CovarianceShape covariance = CovarianceShape::Full;
    std::int64_t starts = 1;           // k-means++ starts, the best likelihood wins
    double tolerance = 1e-5;           // EM stops when the mean log-likelihood gains less, in nats a row
    std::int64_t maxIterations = 2000; // EM steps at most, each start
    double regularisation = 1e-6;      // no variance falls below this, in any direction
};

} // namespace hareloom
