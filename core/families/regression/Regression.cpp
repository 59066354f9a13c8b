// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/Regression.h"

#include "core/families/regression/RegressionRows.h"
#include "core/family/WeightedMoments.h"

#include <cmath>

namespace hareloom {
namespace {

// Streams beneath a sample's seed, and beneath the experiment's.
enum Stream : std::uint64_t { Inputs = 0, Noise = 1, Directions = 0x72656772 };

} // namespace

Regression::Regression(const Experiment& experiment, const DataShape& shape)
    : m_settings(experiment.model.of<RegressionSettings>()),
      m_inputs(inputsOf(experiment, shape)),
      m_features(std::make_shared<RegressionFeatures>(m_settings.features, m_inputs->dimension(),
                                                      static_cast<int>(m_settings.width),
                                                      childSeed(experiment.seed, Directions)))
{
}

Result<FitReport> Regression::fit(const DatasetPtr& data, const FitContext& context)
{
    if (data->rows() < 2)
        return invalidData("a regression needs at least 2 rows, found " + std::to_string(data->rows()));
    auto fit = context.weights.areEqual() ? fitAlike(data, context) : fitWeighted(data, context);
    if (!fit)
        return fit.error();
    const double noise = m_settings.noise == ResponseNoise::Fixed
                             ? m_settings.noiseValue * m_settings.noiseValue
                             : fit->residualVariance;
    m_snapshot =
        std::make_shared<RegressionSnapshot>(m_features, *std::move(fit), noise, m_inputs->moments());
    return FitReport{};
}

Result<LinearFit> Regression::fitAlike(const DatasetPtr& data, const FitContext& context)
{
    const auto moments = m_fold.over(data, [&](const Dataset& part) {
        return m_features->kind() == FeatureKind::Linear
                   ? momentsOf(part, context.threads, context.stop)
                   : momentsOf(FeatureRows(part, *m_features), context.threads, context.stop);
    });
    if (!moments)
        return moments.error();
    return leastSquares(*moments, m_settings.ridge, m_settings.intercept);
}

Result<LinearFit> Regression::fitWeighted(const DatasetPtr& data, const FitContext& context) const
{
    const DatasetPtr rows =
        m_features->kind() == FeatureKind::Linear ? data : std::make_shared<FeatureRows>(*data, *m_features);
    const auto weighted = weightedMomentsOf(rows, context.weights, context.threads, context.stop);
    if (!weighted)
        return weighted.error();
    return leastSquares({data->rows(), weighted->mean, weighted->scatter}, m_settings.ridge,
                        m_settings.intercept, weighted->rows.effectiveRows());
}

Result<FitReport> Regression::fitExactly(std::span<const PopulationPart>)
{
    return unsupported("a regression has no exact refit");
}

Result<DatasetPtr> Regression::sample(std::int64_t n, Seed seed, const SampleRequest& request,
                                      const FitContext&) const
{
    return regressionRows(m_inputs->draw(n, childSeed(seed, Inputs)), m_snapshot,
                          std::sqrt(m_snapshot->noiseVariance() * request.lambda), childSeed(seed, Noise));
}

Result<void> Regression::restore(const SnapshotPtr& snapshot)
{
    auto found = std::dynamic_pointer_cast<const RegressionSnapshot>(snapshot);
    if (!found || !(*found->features() == *m_features))
        return invalidFile("found a snapshot that is no regression on " +
                           std::to_string(m_features->count()) + " features of " +
                           std::to_string(m_features->inputs()) + " inputs");
    m_snapshot = std::move(found);
    return {};
}

} // namespace hareloom
