// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/Gaussian.h"

#include "core/family/WeightedMoments.h"

#include <Eigen/Cholesky>

#include <cmath>
#include <limits>
#include <numbers>

namespace hareloom {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double divisor(std::int64_t count, const GaussianSettings& settings)
{
    return static_cast<double>(settings.estimator == Estimator::Unbiased ? count - 1 : count);
}

// Whether some direction's variance is none, or what rounding left of none.
bool isSingular(const Matrix& covariance, const Eigen::LLT<Matrix>& factor)
{
    constexpr double kRounding = 64 * std::numeric_limits<double>::epsilon();
    const Vector left = Matrix(factor.matrixL()).diagonal().array().square();
    return factor.info() != Eigen::Success ||
           (left.array() <= kRounding * covariance.diagonal().array()).any();
}

// Total nats of n rows with biased covariance scatter/n under N(mean, covariance).
double logLikelihood(double n, double logDeterminant, double traceOfScatter, double d)
{
    return -0.5 * (n * (d * std::log(2 * std::numbers::pi) + logDeterminant) + traceOfScatter);
}

} // namespace

Result<FitReport> Gaussian::fit(const DatasetPtr& data, const FitContext& context)
{
    if (data->rows() < 2)
        return invalidData("a Gaussian needs at least 2 rows, found " + std::to_string(data->rows()));
    if (!context.weights.areEqual())
        return fitWeighted(data, context);
    return dimension() == 1 ? fitScalar(data, context) : fitMany(data, context);
}

Result<FitReport> Gaussian::fitScalar(const DatasetPtr& data, const FitContext& context)
{
    const auto moments = m_scalarFold.over(
        data, [&](const Dataset& part) { return scalarMomentsOf(part, context.threads, context.stop); });
    if (!moments)
        return moments.error();
    const double variance = moments->scatter / divisor(moments->count, m_settings);
    publish(NormalMixture::single(moments->mean, variance));
    FitReport report;
    report.logLikelihood = variance == 0 ? kInfinity
                                         : logLikelihood(static_cast<double>(moments->count),
                                                         std::log(variance), moments->scatter / variance, 1);
    return report;
}

Result<FitReport> Gaussian::fitMany(const DatasetPtr& data, const FitContext& context)
{
    const auto moments = m_fold.over(
        data, [&](const Dataset& part) { return momentsOf(part, context.threads, context.stop); });
    if (!moments)
        return moments.error();
    return publishOf(moments->mean, moments->scatter / divisor(moments->count, m_settings),
                     static_cast<double>(moments->count), moments->scatter);
}

Result<FitReport> Gaussian::fitWeighted(const DatasetPtr& data, const FitContext& context)
{
    const auto moments = weightedMomentsOf(data, context.weights, context.threads, context.stop);
    if (!moments)
        return moments.error();
    const bool isUnbiased = m_settings.estimator == Estimator::Unbiased;
    return publishOf(moments->mean, isUnbiased ? moments->unbiased() : moments->biased(),
                     moments->rows.rows(), moments->unweightedScatter);
}

Result<FitReport> Gaussian::publishOf(const Vector& mean, const Matrix& covariance, double rows,
                                      const Matrix& scatter)
{
    const Eigen::LLT<Matrix> factor(covariance);
    FitReport report;
    if (isSingular(covariance, factor))
        report.logLikelihood = covariance.allFinite() ? kInfinity : report.logLikelihood;
    else
        report.logLikelihood =
            logLikelihood(rows, 2 * Matrix(factor.matrixL()).diagonal().array().log().sum(),
                          factor.solve(scatter).trace(), dimension());
    publish(NormalMixture::single(mean, covariance));
    return report;
}

// Moments of the parts together: laws of total expectation and variance.
Result<FitReport> Gaussian::fitExactly(std::span<const PopulationPart> population)
{
    Vector mean = Vector::Zero(dimension());
    Matrix second = Matrix::Zero(dimension(), dimension());
    for (const auto& part : population) {
        const NormalMixture* mixture = part.mixture.get();
        if (!mixture || mixture->dimension() != dimension())
            return unsupported("an exact refit of a Gaussian needs populations that are mixtures of normals");
        const Vector m = meanOf(*mixture);
        mean += part.weight * m;
        second += part.weight * (covarianceOf(*mixture) + m * m.transpose());
    }
    // One part is copied as it is: a fixed point must not drift by rounding.
    const Matrix covariance = population.size() == 1 ? covarianceOf(*population[0].mixture)
                                                     : Matrix(second - mean * mean.transpose());
    publish(NormalMixture::single(mean, covariance));
    return FitReport{};
}

} // namespace hareloom
