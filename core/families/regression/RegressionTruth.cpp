// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionTruth.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace hareloom {

Vector BestLine::predicted(MatrixView inputs) const
{
    return (inputs * coefficients).array() + intercept;
}

BestLine bestLine(const MeanCovariance& all)
{
    const Eigen::Index d = all.mean.size() - 1;
    // As of one row with this scatter: least squares of a population.
    const LinearFit fit = leastSquares({1, all.mean, all.covariance}, 0, true);
    const double explained = fit.coefficients.dot(all.covariance.col(d).head(d));
    return {fit.coefficients, fit.intercept, std::max(0.0, all.covariance(d, d) - explained)};
}

double excessError(const RegressionSnapshot& model, const MeanCovariance& truth, const BestLine& best)
{
    const Eigen::Index d = model.inputs();
    const Vector off = model.coefficients() - best.coefficients;
    const double shift = model.intercept() - best.intercept + off.dot(truth.mean.head(d));
    return off.dot(truth.covariance.topLeftCorner(d, d) * off) + shift * shift;
}

FeatureError::FeatureError(const RegressionFeatures& features, const Matrix& inputs) : m_inputs(inputs)
{
    constexpr double kPi = std::numbers::pi;
    const Matrix& u = features.directions();
    const Matrix shared = u.transpose() * inputs * u;
    const Vector lengths = shared.diagonal().cwiseMax(0).cwiseSqrt();
    const Eigen::Index p = u.cols();
    m_kernel.resize(p, p);
    for (Eigen::Index j = 0; j < p; ++j)
        for (Eigen::Index k = 0; k < p; ++k) {
            const double product = lengths[j] * lengths[k];
            const double cosine = product > 0 ? std::clamp(shared(j, k) / product, -1.0, 1.0) : 0;
            m_kernel(j, k) =
                product / (2 * kPi) * (std::sqrt(1 - cosine * cosine) + (kPi - std::acos(cosine)) * cosine);
        }
    m_means = lengths / std::sqrt(2 * kPi);
    m_crossed = u.transpose() * inputs / 2;
}

double FeatureError::of(const RegressionSnapshot& model, const BestLine& best) const
{
    const Vector& c = model.coefficients();
    const double b = model.intercept();
    return c.dot(m_kernel * c) + 2 * b * c.dot(m_means) + b * b - 2 * c.dot(m_crossed * best.coefficients) +
           best.coefficients.dot(m_inputs * best.coefficients);
}

} // namespace hareloom
