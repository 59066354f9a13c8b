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

/// What keeps a component's variances from vanishing.
enum class RegularisationKind {
    RelativeFloor, // none falls below a share of generation 0's variance in that variable: the same for any unit
    Floor,         // none falls below a number, in squared units of the data
    Added,         // a number is added to each at every maximisation step: scikit-learn's reg_covar
};
inline constexpr std::array<Word<RegularisationKind>, 3> kRegularisationKinds = {
    {{RegularisationKind::RelativeFloor, "relativeFloor"},
     {RegularisationKind::Floor, "floor"},
     {RegularisationKind::Added, "added"}}};

struct MixtureSettings
{
    std::int64_t components = 2; // K
    CovarianceShape covariance = CovarianceShape::Full;
    std::int64_t starts = 1;           // k-means++ starts, the best likelihood wins
    double tolerance = 1e-5;           // EM stops when the mean log-likelihood gains less, in nats a row
    std::int64_t maxIterations = 2000; // EM steps at most, each start
    RegularisationKind regularisationKind = RegularisationKind::RelativeFloor;
    double regularisation = 1e-6; // the share, or the number
};

} // namespace hareloom
