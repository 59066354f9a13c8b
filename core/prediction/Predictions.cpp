// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/Predictions.h"

#include "core/family/MeanMetric.h"
#include "core/prediction/CuratedPredictions.h"
#include "core/recipe/Families.h"
#include "core/training/PrepareChains.h"

#include <algorithm>
#include <cmath>

namespace hareloom {

namespace {

std::optional<Prediction> curveOf(const Experiment& variant, const ChainSetup& setup,
                                  const std::string& metric)
{
    return isCurated(variant) ? predictCurated(loopOf(setup), metric)
                              : findFamily(variant.family)->predict(loopOf(setup), metric);
}

/// The standard deviation over chains of a mean; empty: this metric is none, or it is not known.
Curve deviationOf(const Experiment& variant, const ChainSetup& setup, const std::string& metric)
{
    const Matrix& covariance = setup.sourceMoments.covariance;
    const auto variable = variableOfMean(metric, static_cast<int>(covariance.rows()));
    const auto all = variable ? curveOf(variant, setup, "meanError") : std::nullopt;
    if (!all || all->statistic != Statistic::RootMeanSquare)
        return {};
    const double share = std::sqrt(covariance(*variable, *variable) / covariance.trace());
    Curve deviation = all->values;
    for (double& value : deviation)
        value *= share;
    return deviation;
}

} // namespace

std::optional<Prediction> predict(const Experiment& variant, const std::string& metric)
{
    const Family* family = findFamily(variant.family);
    if (!family->predict || !variant.errors.statistical || variant.policy.filter.isActive())
        return std::nullopt;
    const auto setup = prepareChains(variant);
    auto prediction = setup ? curveOf(variant, **setup, metric) : std::nullopt;
    if (!prediction)
        return prediction;
    prediction->deviation = deviationOf(variant, **setup, metric);
    if (!variant.events.empty())
        for (Curve* curve : {&prediction->values, &prediction->deviation})
            curve->resize(std::min(curve->size(), static_cast<std::size_t>(variant.events.front().at)));
    return prediction;
}

} // namespace hareloom
