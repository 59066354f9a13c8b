// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/Kde.h"

#include "core/data/Moments.h"
#include "core/family/WeightedMoments.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

constexpr std::int64_t kRowsBetweenPolls = 64 * kBlockRows;

} // namespace

Result<Matrix> Kde::kernelCovariance(const DatasetPtr& data, const FitContext& context) const
{
    const double h = m_settings.bandwidthValue;
    if (m_settings.bandwidth == Bandwidth::Fixed)
        return Matrix(Matrix::Identity(dimension(), dimension()) * (h * h));
    if (!context.weights.areEqual())
        return weightedMomentsOf(data, context.weights, context.threads, context.stop)
            .transform([this](const WeightedMoments& moments) {
                return ruled(moments.unbiased(), moments.rows.effectiveRows());
            });
    const auto moments = momentsOf(*data, context.threads, context.stop);
    if (!moments)
        return moments.error();
    const auto n = static_cast<double>(moments->count);
    return ruled(moments->scatter / (n - 1), n);
}

// The kernel's covariance by the rule, for n rows of this covariance.
Matrix Kde::ruled(const Matrix& covariance, double n) const
{
    const auto d = static_cast<double>(dimension());
    const double effective = m_settings.bandwidth == Bandwidth::Scott ? n : n * (d + 2) / 4;
    return covariance * std::pow(effective, -2 / (d + 4));
}

Result<FitReport> Kde::fit(const DatasetPtr& data, const FitContext& context)
{
    const std::int64_t n = data->rows();
    if (n < 2)
        return invalidData("a kernel density needs at least 2 rows, found " + std::to_string(n));
    NormalMixture mixture;
    mixture.means.resize(n, dimension());
    mixture.weights.resize(n);
    for (std::int64_t first = 0; first < n; first += kRowsBetweenPolls) {
        if (!context.stop.proceed())
            return stopped();
        const std::int64_t count = std::min(kRowsBetweenPolls, n - first);
        data->read(first, mixture.means.middleRows(first, count));
        mixture.weights.segment(first, count).setConstant(1.0 / static_cast<double>(n));
    }
    if (!context.weights.areEqual()) {
        const WeighedRows weighed(context.weights, n);
        mixture.weights.head(weighed.heavyRows) *= weighed.heavy;
        mixture.weights.tail(weighed.lightRows) *= weighed.light;
    }
    auto covariance = kernelCovariance(data, context);
    if (!covariance || context.stop.stopRequested())
        return stopped();
    mixture.covariances.push_back(*std::move(covariance));
    publish(std::move(mixture));
    return FitReport{};
}

// The density of infinitely many rows, smoothed once more: every component widens by H. Scott's and
// Silverman's bandwidths vanish as n grows, so there the population itself is the fit.
Result<FitReport> Kde::fitExactly(std::span<const PopulationPart> population)
{
    const double h = m_settings.bandwidth == Bandwidth::Fixed ? m_settings.bandwidthValue : 0;
    const Matrix kernel = Matrix::Identity(dimension(), dimension()) * (h * h);
    Eigen::Index components = 0;
    for (const auto& part : population) {
        const NormalMixture* mixture = part.mixture.get();
        if (!mixture || mixture->dimension() != dimension())
            return unsupported(
                "an exact refit of a kernel density needs populations that are mixtures of normals");
        components += mixture->components();
    }
    NormalMixture fitted{Vector(components), Matrix(components, dimension()), {}};
    const bool shared = population.size() == 1 && population[0].mixture->covariances.size() == 1;
    Eigen::Index at = 0;
    for (const auto& part : population) {
        const NormalMixture& mixture = *part.mixture;
        fitted.weights.segment(at, mixture.components()) = part.weight * mixture.weights;
        fitted.means.middleRows(at, mixture.components()) = mixture.means;
        for (int k = 0; k < (shared ? 1 : mixture.components()); ++k)
            fitted.covariances.push_back(mixture.covariance(k) + kernel);
        at += mixture.components();
    }
    publish(std::move(fitted));
    return FitReport{};
}

} // namespace hareloom
