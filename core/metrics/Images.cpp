// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Images.h"

#include "core/data/Moments.h"
#include "core/metrics/Gaussian.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

MeanCovariance momentsOfRows(const Matrix& rows)
{
    return meanCovarianceOf(momentsOf(Table(rows), 1));
}

/// Squared distances between each row of `a` and each of `b`: (n, m).
Matrix squaredDistances(const Matrix& a, const Matrix& b)
{
    Matrix distances = -2 * a * b.transpose();
    distances.colwise() += a.rowwise().squaredNorm();
    distances.rowwise() += b.rowwise().squaredNorm().transpose();
    return distances;
}

} // namespace

double pooledStd(const Matrix& rows)
{
    return std::sqrt((rows.array() - rows.mean()).square().mean());
}

Vector classShares(const std::vector<int>& classes, int count)
{
    Vector shares = Vector::Zero(count);
    for (const int c : classes)
        shares[c] += 1;
    return shares / static_cast<double>(classes.size());
}

double frechetDistance(const Matrix& a, const Matrix& b)
{
    return w2SquaredGaussian(momentsOfRows(a), momentsOfRows(b));
}

double shareWithinReach(const Matrix& rows, const Matrix& reference, int k)
{
    Matrix among = squaredDistances(reference, reference);
    Vector reach(reference.rows());
    for (Eigen::Index j = 0; j < among.cols(); ++j) {
        double* column = among.col(j).data(); // the nearest is the row itself
        std::nth_element(column, column + k, column + among.rows());
        reach[j] = column[k];
    }
    const Matrix distances = squaredDistances(rows, reference);
    std::int64_t within = 0;
    for (Eigen::Index i = 0; i < distances.rows(); ++i)
        within += (distances.row(i).transpose().array() <= reach.array()).any() ? 1 : 0;
    return static_cast<double>(within) / static_cast<double>(rows.rows());
}

Matrix principalPlane(const Matrix& rows)
{
    const Matrix centred = rows.rowwise() - rows.colwise().mean();
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(Matrix(centred.transpose() * centred));
    Matrix plane = Matrix::Zero(rows.cols(), 2);
    for (Eigen::Index k = 0; k < std::min<Eigen::Index>(2, rows.cols()); ++k) {
        plane.col(k) = solver.eigenvectors().col(rows.cols() - 1 - k);
        Eigen::Index largest = 0;
        plane.col(k).cwiseAbs().maxCoeff(&largest);
        if (plane(largest, k) < 0)
            plane.col(k) *= -1;
    }
    return plane;
}

} // namespace hareloom
