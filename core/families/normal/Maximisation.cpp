// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/Maximisation.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>

namespace hareloom::detail {
namespace {

// The closest covariance in likelihood with no eigenvalue below the floor. The relative part keeps the
// Cholesky factorisation that follows from failing on a needle.
Matrix floored(const Matrix& covariance, double regularisation)
{
    const Eigen::Index d = covariance.rows();
    const double floor = std::max(regularisation, 1e-13 * covariance.trace() / static_cast<double>(d));
    if (d == 1)
        return covariance.cwiseMax(floor);
    if (Eigen::LLT<Matrix>(covariance - floor * Matrix::Identity(d, d)).info() == Eigen::Success)
        return covariance;
    const Eigen::SelfAdjointEigenSolver<Matrix> spectrum(covariance);
    return spectrum.eigenvectors() * spectrum.eigenvalues().cwiseMax(floor).asDiagonal() *
           spectrum.eigenvectors().transpose();
}

Matrix structured(const Matrix& covariance, const MixtureSettings& settings)
{
    const Eigen::Index d = covariance.rows();
    if (settings.covariance == CovarianceShape::Diagonal)
        return covariance.diagonal().cwiseMax(settings.regularisation).asDiagonal();
    if (settings.covariance == CovarianceShape::Spherical)
        return Matrix::Identity(d, d) *
               std::max(settings.regularisation, covariance.trace() / static_cast<double>(d));
    return floored(covariance, settings.regularisation);
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

NormalMixture maximised(const NormalMixture& present, const EmSums& sums, const MixtureSettings& settings)
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
        if (settings.covariance != CovarianceShape::Tied)
            next.covariances[static_cast<std::size_t>(k)] = structured(moments.covariance, settings);
    }
    if (settings.covariance == CovarianceShape::Tied)
        next.covariances = {floored(tied / total, settings.regularisation)};
    next.weights /= total;
    return next;
}

NormalMixture fromClusters(const Matrix& rows, const Eigen::VectorXi& clusters,
                           const MixtureSettings& settings)
{
    const auto components = static_cast<int>(settings.components);
    const Eigen::Index d = rows.cols();
    NormalMixture origin{Vector::Zero(components), Matrix::Zero(components, d), {}};
    origin.covariances.assign(
        settings.covariance == CovarianceShape::Tied ? 1 : static_cast<std::size_t>(components),
        Matrix::Identity(d, d) * settings.regularisation);
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
    return maximised(origin, sums, settings);
}

} // namespace hareloom::detail
