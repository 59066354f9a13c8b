// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/Predictions.h"

#include "core/family/MeanMetric.h"
#include "core/prediction/CuratedPredictions.h"
#include "core/recipe/Families.h"
#include "core/training/PrepareChains.h"

#include <algorithm>
#include <cmath>

namespace hareloom {

std::optional<Prediction> predict(const Experiment& variant, const std::string& metric)
{
    const Family* family = findFamily(variant.family);
    if (!family->predict || !variant.errors.statistical || variant.policy.filter.isActive())
        return std::nullopt;
    const auto setup = prepareChains(variant);
    auto prediction = !setup               ? std::nullopt
                      : isCurated(variant) ? predictCurated(loopOf(**setup), metric)
                                           : family->predict(loopOf(**setup), metric);
    if (prediction && !variant.events.empty())
        prediction->values.resize(
            std::min(prediction->values.size(), static_cast<std::size_t>(variant.events.front().at)));
    return prediction;
}

std::optional<Curve> deviationOf(const Experiment& variant, const std::string& metric)
{
    const auto setup = prepareChains(variant);
    if (!setup)
        return std::nullopt;
    const Matrix& covariance = (*setup)->sourceMoments.covariance;
    const auto variable = variableOfMean(metric, static_cast<int>(covariance.rows()));
    const auto all = variable && predict(variant, metric) ? predict(variant, "meanError") : std::nullopt;
    if (!all || all->statistic != Statistic::RootMeanSquare)
        return std::nullopt;
    const double share = std::sqrt(covariance(*variable, *variable) / covariance.trace());
    Curve deviation = all->values;
    for (double& value : deviation)
        value *= share;
    return deviation;
}

} // namespace hareloom
