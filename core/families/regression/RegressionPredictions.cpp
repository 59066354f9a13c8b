// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionPredictions.h"

#include "core/families/regression/RegressionTruth.h"
#include "core/family/ChainSetup.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

bool areFinite(const Curve& curve)
{
    return std::all_of(curve.begin(), curve.end(), [](double value) { return std::isfinite(value); });
}

} // namespace

std::optional<RegressionLoop> regressionLoop(const Loop& loop)
{
    const auto& settings = loop.setup.experiment.model.of<RegressionSettings>();
    const auto truth = loop.setup.source->normalMixture();
    if (settings.features != FeatureKind::Linear || settings.ridge != 0 || !truth || truth->components() != 1)
        return std::nullopt;
    const MeanCovariance all{truth->means.row(0).transpose(), truth->covariances.front()};
    const auto d = static_cast<int>(all.mean.size()) - 1;
    if (!settings.intercept && !all.mean.isZero(0))
        return std::nullopt;
    RegressionLoop theory;
    theory.inputs = d;
    theory.hasIntercept = settings.intercept;
    theory.sizes = loop.sizes;
    theory.noiseVariance = bestLine(all).noiseVariance;
    theory.lambda = loop.setup.experiment.policy.lambda;
    if (settings.noise == ResponseNoise::Fixed)
        theory.ownNoiseVariance = settings.noiseValue * settings.noiseValue;
    return theory;
}

std::optional<Prediction> predictRegression(const Loop& loop, const std::string& metric)
{
    const auto theory = regressionLoop(loop);
    if (!theory)
        return std::nullopt;
    Curve curve;
    if (metric == "testError" && loop.replaces())
        curve = expectedTestError(*theory);
    else if (metric == "testError" && loop.accumulates() && theory->ownNoiseVariance)
        curve = expectedAccumulatedTestError(*theory);
    else if (metric == "residualVariance" && loop.replaces())
        curve = expectedResidualVariance(*theory);
    if (curve.empty() || !areFinite(curve))
        return std::nullopt;
    return Prediction{std::move(curve), Statistic::Mean, true};
}

} // namespace hareloom
