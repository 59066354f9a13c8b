// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Gaussian.h"

#include <Eigen/Eigenvalues>
#include <Eigen/SVD>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
/// Share of a covariance's largest eigenvalue (or trace) below which a direction counts as having none.
constexpr double kRankTolerance = 1e-13;

bool isComparable(const MeanCovariance& a, const MeanCovariance& b)
{
    const auto d = a.mean.size();
    const bool shaped = d > 0 && b.mean.size() == d && a.covariance.rows() == d && a.covariance.cols() == d &&
                        b.covariance.rows() == d && b.covariance.cols() == d;
    return shaped && a.mean.allFinite() && b.mean.allFinite() && a.covariance.allFinite() &&
           b.covariance.allFinite();
}

Matrix squareRoot(const Matrix& covariance)
{
    const Eigen::SelfAdjointEigenSolver<Matrix> eigen(covariance);
    const Vector roots = eigen.eigenvalues().cwiseMax(0.0).cwiseSqrt();
    return eigen.eigenvectors() * roots.asDiagonal() * eigen.eigenvectors().transpose();
}

// Without a vector of its own: this runs once a generation, beside as few as a hundred rows.
double squaredStdError(const Matrix& a, const Matrix& b)
{
    double sum = 0;
    for (Eigen::Index j = 0; j < a.rows(); ++j) {
        const double difference = std::sqrt(std::max(0.0, a(j, j))) - std::sqrt(std::max(0.0, b(j, j)));
        sum += difference * difference;
    }
    return sum;
}

/// An orthonormal basis that splits space into a covariance's range and the rest, with its variances there.
struct Support
{
    Matrix range;     // (d, r)
    Matrix nullSpace; // (d, d - r)
    Vector variances; // (r), ascending, > 0
};

Support supportOf(const Matrix& covariance)
{
    const Eigen::SelfAdjointEigenSolver<Matrix> eigen(covariance);
    const auto d = covariance.rows();
    const double floor = std::max(0.0, eigen.eigenvalues()(d - 1)) * kRankTolerance;
    Eigen::Index rank = 0;
    while (rank < d && eigen.eigenvalues()(d - 1 - rank) > floor)
        ++rank;
    return {eigen.eigenvectors().rightCols(rank), eigen.eigenvectors().leftCols(d - rank),
            eigen.eigenvalues().tail(rank)};
}

bool reachesOutside(const Support& support, const MeanCovariance& p, const Vector& meanDifference)
{
    const Matrix& outside = support.nullSpace;
    if (outside.cols() == 0)
        return false;
    const double variance = (outside.transpose() * p.covariance * outside).trace();
    const Vector shift = outside.transpose() * meanDifference;
    return variance > kRankTolerance * p.covariance.trace() ||
           shift.norm() > kRankTolerance * (p.mean.norm() + meanDifference.norm());
}

} // namespace

MeanCovariance meanCovarianceOf(const Moments& moments)
{
    const auto d = moments.mean.size();
    if (moments.count < 2)
        return {Vector::Constant(d, kNaN), Matrix::Constant(d, d, kNaN)};
    return {moments.mean, moments.scatter / static_cast<double>(moments.count - 1)};
}

double w2SquaredGaussian(const MeanCovariance& a, const MeanCovariance& b)
{
    if (!isComparable(a, b))
        return kNaN;
    const Matrix rootA = squareRoot(a.covariance);
    const Matrix rootB = squareRoot(b.covariance);
    const Eigen::JacobiSVD<Matrix> svd(rootA * rootB, Eigen::ComputeFullU | Eigen::ComputeFullV);
    const Matrix rotation = svd.matrixV() * svd.matrixU().transpose();
    return (a.mean - b.mean).squaredNorm() + (rootA - rootB * rotation).squaredNorm();
}

double klGaussian(const MeanCovariance& p, const MeanCovariance& q)
{
    if (!isComparable(p, q))
        return kNaN;
    const Vector difference = p.mean - q.mean;
    const Support support = supportOf(q.covariance);
    if (reachesOutside(support, p, difference))
        return kInfinity;
    const auto rank = support.variances.size();
    if (rank == 0)
        return 0;
    const Vector scale = support.variances.cwiseSqrt().cwiseInverse();
    const Matrix whitening = support.range * scale.asDiagonal();
    const Matrix inside = whitening.transpose() * p.covariance * whitening;
    const Support own = supportOf(inside);
    if (own.variances.size() < rank)
        return kInfinity;
    const double logDeterminant = own.variances.array().log().sum();
    const double distance = (whitening.transpose() * difference).squaredNorm();
    return std::max(0.0, 0.5 * (distance + inside.trace() - static_cast<double>(rank) - logDeterminant));
}

double meanError(const MeanCovariance& truth, const MeanCovariance& model)
{
    return isComparable(truth, model) ? (truth.mean - model.mean).norm() : kNaN;
}

double stdError(const MeanCovariance& truth, const MeanCovariance& model)
{
    if (!isComparable(truth, model))
        return kNaN;
    return std::sqrt(squaredStdError(truth.covariance, model.covariance));
}

double risk(const MeanCovariance& truth, const MeanCovariance& model)
{
    if (!isComparable(truth, model))
        return kNaN;
    return (truth.mean - model.mean).squaredNorm() + squaredStdError(truth.covariance, model.covariance);
}

double varianceRatio(const Matrix& now, const Matrix& atGeneration0)
{
    const double before = atGeneration0.trace();
    return before > 0 ? now.trace() / before : kNaN;
}

} // namespace hareloom
