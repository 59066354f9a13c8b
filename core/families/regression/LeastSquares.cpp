// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/LeastSquares.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <limits>

namespace hareloom {
namespace {

constexpr double kRounding = 64 * std::numeric_limits<double>::epsilon();

bool isRegular(const Matrix& a, const Eigen::LLT<Matrix>& factor)
{
    const Vector left = Matrix(factor.matrixL()).diagonal().array().square();
    return factor.info() == Eigen::Success && (left.array() > kRounding * a.diagonal().array()).all();
}

/// Of a symmetric matrix without its rounding.
Matrix pseudoInverse(const Matrix& a)
{
    const Eigen::SelfAdjointEigenSolver<Matrix> spectrum(a);
    const Vector values = spectrum.eigenvalues();
    const double least = kRounding * static_cast<double>(a.rows()) * std::max(0.0, values.maxCoeff());
    const Vector inverse = (values.array() > least).select(values.array().max(least).inverse(), 0.0);
    return spectrum.eigenvectors() * inverse.cwiseMin(std::numeric_limits<double>::max()).asDiagonal() *
           spectrum.eigenvectors().transpose();
}

} // namespace

LinearFit leastSquares(const Moments& rows, double ridge, bool hasIntercept)
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
            degrees = factor.solve(a).trace();
    } else {
        const Matrix inverse = pseudoInverse(penalised);
        fit.coefficients = inverse * b;
        degrees = (inverse * a).trace();
    }
    if (hasIntercept)
        fit.intercept = rows.mean[p] - fit.coefficients.dot(rows.mean.head(p));
    const double residual =
        sums(p, p) - 2 * fit.coefficients.dot(b) + fit.coefficients.dot(a * fit.coefficients);
    const double left = n - degrees - (hasIntercept ? 1 : 0);
    fit.residualVariance = left > 0.5 ? std::max(0.0, residual) / left : 0;
    return fit;
}

} // namespace hareloom
