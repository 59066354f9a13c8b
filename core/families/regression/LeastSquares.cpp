// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/LeastSquares.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {
namespace {

constexpr double kRounding = 64 * std::numeric_limits<double>::epsilon();
constexpr Eigen::Index kWide = 256; // from here on what is quicker counts more than the last bits

bool isRegular(const Matrix& a, const Eigen::LLT<Matrix>& factor)
{
    const Vector left = Matrix(factor.matrixL()).diagonal().array().square();
    return factor.info() == Eigen::Success && (left.array() > kRounding * a.diagonal().array()).all();
}

/// 1 / values, but 0 for what is rounding beside the largest of the values of a matrix of this size.
Vector inverted(const Vector& values, Eigen::Index size)
{
    const double least = kRounding * static_cast<double>(size) * std::max(0.0, values.maxCoeff());
    const Vector inverse = (values.array() > least).select(values.array().max(least).inverse(), 0.0);
    return inverse.cwiseMin(std::numeric_limits<double>::max());
}

/// L with L L' = a but for rounding, as narrow as the rank of a: Cholesky's decomposition, largest pivot
/// first.
Matrix narrowFactor(const Matrix& a)
{
    const Eigen::Index p = a.rows();
    const double least = kRounding * static_cast<double>(p) * std::max(0.0, a.diagonal().maxCoeff());
    Matrix factor(p, p);
    Vector left = a.diagonal();
    for (Eigen::Index rank = 0; rank < p; ++rank) {
        Eigen::Index pivot = 0;
        if (!(left.maxCoeff(&pivot) > least))
            return factor.leftCols(rank);
        const auto before = factor.leftCols(rank);
        factor.col(rank) = (a.col(pivot) - before * before.row(pivot).transpose()) / std::sqrt(left[pivot]);
        left -= factor.col(rank).cwiseAbs2();
        left[pivot] = 0;
    }
    return factor;
}

/// Of a symmetric matrix without its rounding. One of many rows and a small rank, as few rows give it, is
/// inverted within its range: decomposing all of it takes a minute for 2,000.
Matrix pseudoInverse(const Matrix& a)
{
    if (a.rows() > kWide)
        if (const Matrix factor = narrowFactor(a); 2 * factor.cols() < a.rows()) {
            const Eigen::SelfAdjointEigenSolver<Matrix> spectrum(factor.transpose() * factor);
            const Vector inverse = inverted(spectrum.eigenvalues(), a.rows());
            const Matrix range = factor * spectrum.eigenvectors() * inverse.asDiagonal();
            return range * range.transpose();
        }
    const Eigen::SelfAdjointEigenSolver<Matrix> spectrum(a);
    return spectrum.eigenvectors() * inverted(spectrum.eigenvalues(), a.rows()).asDiagonal() *
           spectrum.eigenvectors().transpose();
}

/// The trace of `inverse` a, both symmetric.
double traceOfProduct(const Matrix& inverse, const Matrix& a)
{
    return a.rows() > kWide ? inverse.cwiseProduct(a).sum() : (inverse * a).trace();
}

/// Of a and its penalised form P = a + penalty I: the trace of P^-1 a.
double degreesOf(const Eigen::LLT<Matrix>& factor, const Matrix& a, double penalty)
{
    if (a.rows() <= kWide)
        return factor.solve(a).trace();
    const Matrix inverse = factor.matrixL().solve(Matrix::Identity(a.rows(), a.rows()));
    return static_cast<double>(a.rows()) - penalty * inverse.squaredNorm();
}

} // namespace

LinearFit leastSquares(const Moments& rows, double ridge, bool hasIntercept, double effectiveRows)
{
    const auto n = static_cast<double>(rows.count);
    const Eigen::Index p = rows.mean.size() - 1;
    Matrix sums = rows.scatter;
    if (!hasIntercept)
        sums += n * rows.mean * rows.mean.transpose();
    const Matrix a = sums.topLeftCorner(p, p);
    const Vector b = sums.col(p).head(p);
    Matrix penalised = a;
    penalised.diagonal().array() += n * ridge;

    LinearFit fit;
    double degrees = static_cast<double>(p);
    const Eigen::LLT<Matrix> factor(penalised);
    if (isRegular(penalised, factor)) {
        fit.coefficients = factor.solve(b);
        if (ridge > 0)
            degrees = degreesOf(factor, a, n * ridge);
    } else {
        const Matrix inverse = pseudoInverse(penalised);
        fit.coefficients = inverse * b;
        degrees = traceOfProduct(inverse, a);
    }
    if (hasIntercept)
        fit.intercept = rows.mean[p] - fit.coefficients.dot(rows.mean.head(p));
    const double residual =
        sums(p, p) - 2 * fit.coefficients.dot(b) + fit.coefficients.dot(a * fit.coefficients);
    const double ofEach = effectiveRows > 0 ? n / effectiveRows : 1;
    const double left = n - ofEach * degrees - (hasIntercept ? ofEach : 0);
    fit.residualVariance = left > 0.5 ? std::max(0.0, residual) / left : 0;
    return fit;
}

} // namespace hareloom
