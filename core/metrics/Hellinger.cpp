// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Hellinger.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// -inf where it is singular.
double logDeterminant(const Eigen::LDLT<Matrix>& of)
{
    return of.vectorD().cwiseMax(0.0).array().log().sum();
}

} // namespace

double hellingerDiscrete(const Vector& p, const Vector& q)
{
    if (p.size() != q.size())
        return kNaN;
    // Half the sum of (sqrt p - sqrt q)^2 is the same, and exactly 0 where the two are equal.
    return std::sqrt(std::min(1.0, 0.5 * (p.cwiseSqrt() - q.cwiseSqrt()).squaredNorm()));
}

double hellingerGaussian(const MeanCovariance& p, const MeanCovariance& q)
{
    const auto d = p.mean.size();
    if (d == 0 || q.mean.size() != d || !p.covariance.allFinite() || !q.covariance.allFinite() ||
        !p.mean.allFinite() || !q.mean.allFinite())
        return kNaN;
    const Eigen::LDLT<Matrix> middle(0.5 * (p.covariance + q.covariance));
    const double whole = logDeterminant(middle);
    if (!std::isfinite(whole))
        return kNaN;
    const double parts =
        logDeterminant(Eigen::LDLT<Matrix>(p.covariance)) + logDeterminant(Eigen::LDLT<Matrix>(q.covariance));
    const Vector apart = p.mean - q.mean;
    const double logAffinity = 0.25 * parts - 0.5 * whole - 0.125 * apart.dot(middle.solve(apart));
    return std::sqrt(std::clamp(-std::expm1(logAffinity), 0.0, 1.0));
}

} // namespace hareloom
