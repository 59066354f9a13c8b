// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/Maximisation.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>

namespace hareloom::detail {
namespace {

// The closest covariance in likelihood that no direction of which is below the floor. In the floor's own units
// that is a floor under the eigenvalues; its part that follows the covariance keeps the Cholesky factorisation
// that comes next from failing on a needle.
Matrix floored(const Matrix& covariance, const Regularisation& regularisation)
{
    const Eigen::Index d = covariance.rows();
    const Matrix units = regularisation.unit * regularisation.unit.transpose();
    const Matrix unitless = covariance.cwiseQuotient(units);
    const double floor = std::max(regularisation.least, 1e-13 * unitless.trace() / static_cast<double>(d));
    if (d == 1)
        return unitless(0, 0) < floor ? Matrix(units * floor) : covariance;
    if (Eigen::LLT<Matrix>(unitless - floor * Matrix::Identity(d, d)).info() == Eigen::Success)
        return covariance;
    const Eigen::SelfAdjointEigenSolver<Matrix> spectrum(unitless);
    const Matrix raised = spectrum.eigenvectors() * spectrum.eigenvalues().cwiseMax(floor).asDiagonal() *
                          spectrum.eigenvectors().transpose();
    return raised.cwiseProduct(units);
}

Matrix structured(Matrix covariance, CovarianceShape shape, const Regularisation& regularisation)
{
    const Eigen::Index d = covariance.rows();
    covariance.diagonal().array() += regularisation.added;
    const Vector least = regularisation.least * regularisation.unit.array().square();
    if (shape == CovarianceShape::Diagonal)
        return covariance.diagonal().cwiseMax(least).asDiagonal();
    if (shape == CovarianceShape::Spherical) // of one variance: it is held against the mean of the floors
        return Matrix::Identity(d, d) *
               std::max(least.mean(), covariance.trace() / static_cast<double>(d));
    return floored(covariance, regularisation);
}

// Sums of one component, unpacked: (count, mean relative to the present one, covariance about the new mean).
struct ComponentSums
{
    double count;
    Vector shift;
    Matrix covariance;
};

ComponentSums unpacked(const double* values, Eigen::Index d)
{
    ComponentSums sums{values[0], Eigen::Map<const Vector>(values + 1, d), Matrix(d, d)};
    sums.shift /= sums.count;
    const double* second = values + 1 + d;
    for (Eigen::Index a = 0; a < d; ++a)
        for (Eigen::Index b = 0; b <= a; ++b)
            sums.covariance(a, b) = sums.covariance(b, a) =
                *second++ / sums.count - sums.shift[a] * sums.shift[b];
    return sums;
}

// Below this many rows a component's moments are rounding errors.
constexpr double kEmptyCount = 1e-8;

} // namespace

NormalMixture maximised(const NormalMixture& present, const EmSums& sums, CovarianceShape shape,
                        const Regularisation& regularisation)
{
    const int components = present.components();
    const Eigen::Index d = present.dimension();
    NormalMixture next = present;
    Matrix tied = Matrix::Zero(d, d);
    double total = 0;
    for (int k = 0; k < components; ++k) {
        const double* values = sums.values.data() + k * EmSums::sizeFor(static_cast<int>(d));
        next.weights[k] = std::max(0.0, values[0]);
        total += next.weights[k];
        if (values[0] < kEmptyCount)
            continue;
        const ComponentSums moments = unpacked(values, d);
        next.means.row(k) += moments.shift.transpose();
        tied += moments.count * moments.covariance;
        if (shape != CovarianceShape::Tied)
            next.covariances[static_cast<std::size_t>(k)] =
                structured(moments.covariance, shape, regularisation);
    }
    if (shape == CovarianceShape::Tied)
        next.covariances = {structured(tied / total, shape, regularisation)};
    next.weights /= total;
    return next;
}

NormalMixture fromClusters(const Matrix& rows, const Eigen::VectorXi& clusters, int components,
                           CovarianceShape shape, const Regularisation& regularisation)
{
    const Eigen::Index d = rows.cols();
    NormalMixture origin{Vector::Zero(components), Matrix::Zero(components, d), {}};
    origin.covariances.assign(
        shape == CovarianceShape::Tied ? 1 : static_cast<std::size_t>(components),
        Matrix(regularisation.smallestVariances().asDiagonal()));
    const Vector centre = rows.colwise().mean();
    origin.means.rowwise() = centre.transpose();
    const int size = EmSums::sizeFor(static_cast<int>(d));
    EmSums sums{0, std::vector<double>(static_cast<std::size_t>(components * size), 0.0)};
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        double* values = sums.values.data() + clusters[i] * size;
        double* second = values + 1 + d;
        values[0] += 1;
        for (Eigen::Index a = 0; a < d; ++a) {
            const double y = rows(i, a) - centre[a];
            values[1 + a] += y;
            for (Eigen::Index b = 0; b <= a; ++b)
                *second++ += y * (rows(i, b) - centre[b]);
        }
    }
    return maximised(origin, sums, shape, regularisation);
}

} // namespace hareloom::detail
