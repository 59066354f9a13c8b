// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalPredictions.h"

#include "core/families/normal/NormalSettings.h"
#include "core/family/ChainSetup.h"
#include "core/family/InteractionCurves.h"
#include "core/family/MeanMetric.h"
#include "core/theory/AccumulateTheory.h"
#include "core/theory/AnchoredTheory.h"
#include "core/theory/GaussianTheory.h"
#include "core/theory/ResamplingTheory.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using Maybe = std::optional<Prediction>;

/// What a Gaussian's theory starts from.
struct Spread
{
    double variance = 0; // trace, of what generation 0 is drawn from
    Divisor divisor = Divisor::Unbiased;
};

Curve rooted(Curve values)
{
    for (double& value : values)
        value = std::sqrt(std::max(0.0, value));
    return values;
}

Curve difference(Curve a, const Curve& b)
{
    for (std::size_t g = 0; g < a.size(); ++g)
        a[g] -= b[g];
    return a;
}

Maybe gaussianReplace(const Loop& loop, const Spread& spread, const std::string& metric)
{
    const GaussianLoop theory{spread.variance, loop.sizes, spread.divisor,
                              loop.setup.experiment.policy.lambda};
    const bool scalar = loop.dimension == 1;
    if (metric == "variance")
        return scalar ? Prediction{medianVariance(theory), Statistic::Median, false}
                      : Prediction{expectedVariance(theory), Statistic::Mean, true};
    if (metric == "logVariance" && scalar)
        return Prediction{expectedLogVariance(theory), Statistic::Mean, true};
    if (metric == "meanError")
        return Prediction{rooted(varianceOfMean(theory)), Statistic::RootMeanSquare, true};
    if (metric == "meanErrorSquared")
        return Prediction{varianceOfMean(theory), Statistic::Mean, true};
    if (!scalar)
        return std::nullopt;
    if (metric == "risk" || metric == "w2Squared")
        return Prediction{expectedRisk(theory), Statistic::Mean, true};
    if (metric == "stdError")
        return Prediction{rooted(difference(expectedRisk(theory), varianceOfMean(theory))),
                          Statistic::RootMeanSquare, true};
    return std::nullopt;
}

/// To first order; only with the sampling that leaves the variance where it is.
Maybe gaussianAnchoredRisk(const Loop& loop, const AnchoredLoop& theory, std::span<const RowCounts> counts,
                           const std::string& metric)
{
    if (loop.dimension != 1 || theory.lambda != 1)
        return std::nullopt;
    if (metric == "risk" || metric == "w2Squared")
        return Prediction{anchoredRisk(theory, counts), Statistic::Mean, false};
    if (metric != "stdError")
        return std::nullopt;
    Curve squares = relativeVarianceOfVariance(theory, counts);
    for (double& value : squares)
        value *= theory.variance / 4;
    return Prediction{rooted(std::move(squares)), Statistic::RootMeanSquare, false};
}

Maybe gaussianAnchored(const Loop& loop, const Spread& spread, const std::string& metric)
{
    std::vector<RowCounts> counts;
    for (int g = 1; g <= loop.setup.experiment.generations; ++g) {
        const RowShares shares = sharesOf(loop.setup, g);
        counts.push_back({shares.real, shares.fresh, shares.pool});
    }
    const AnchoredLoop theory{spread.variance, loop.sizes[0], spread.divisor,
                              loop.setup.experiment.policy.lambda, loop.setup.experiment.policy.realWeight};
    const AnchoredMoments moments = anchoredMoments(theory, counts);
    if (metric == "variance")
        return Prediction{moments.variance, Statistic::Mean, true};
    if (metric == "meanError")
        return Prediction{rooted(moments.varianceOfMean), Statistic::RootMeanSquare, true};
    if (metric == "meanErrorSquared")
        return Prediction{moments.varianceOfMean, Statistic::Mean, true};
    return gaussianAnchoredRisk(loop, theory, counts, metric);
}

Divisor divisorOf(const Experiment& experiment)
{
    return experiment.model.of<GaussianSettings>().estimator == Estimator::Biased ? Divisor::Biased
                                                                                  : Divisor::Unbiased;
}

Maybe gaussianInteraction(const Loop& loop, const Spread& spread, const std::string& metric)
{
    const auto curves = interactionCurves(loop, spread.variance, divisorOf);
    if (curves && metric == "variance")
        return Prediction{curves->variance, Statistic::Mean, true};
    if (curves && metric == "meanError")
        return Prediction{rooted(curves->varianceOfMean), Statistic::RootMeanSquare, true};
    if (curves && metric == "betweenVariance" && !curves->between.empty())
        return Prediction{curves->between, Statistic::Mean, true};
    return std::nullopt;
}

Maybe gaussianAccumulate(const Loop& loop, const Spread& spread, const std::string& metric)
{
    const AccumulateLoop theory{spread.variance, loop.sizes, spread.divisor,
                                loop.setup.experiment.policy.subsample, loop.setup.experiment.policy.lambda};
    if (metric == "variance")
        return Prediction{expectedAccumulatedVariance(theory), Statistic::Mean, true};
    if (metric == "meanError")
        return Prediction{rooted(varianceOfAccumulatedMean(theory)), Statistic::RootMeanSquare, true};
    if (metric == "meanErrorSquared")
        return Prediction{varianceOfAccumulatedMean(theory), Statistic::Mean, true};
    return std::nullopt;
}

Maybe expected(const Curve& variance, bool exact)
{
    return Prediction{variance, Statistic::Mean, exact};
}

/// Kernel densities and mixtures: the variance of a loop that draws from the newest model alone.
bool isResampledVariance(const Loop& loop, const std::string& metric, double variance)
{
    return metric == "variance" && loop.replaces() && !loop.setup.experiment.interaction &&
           loop.setup.experiment.policy.lambda == 1 && variance > 0;
}

Maybe gaussianOf(const Loop& loop, const std::string& metric)
{
    Spread spread{0, divisorOf(loop.setup.experiment)};
    spread.variance = realVariance(loop.setup, spread.divisor);
    if (spread.variance <= 0)
        return std::nullopt;
    if (loop.setup.experiment.interaction)
        return gaussianInteraction(loop, spread, metric);
    if (loop.replaces())
        return gaussianReplace(loop, spread, metric);
    if (loop.isAnchored())
        return gaussianAnchored(loop, spread, metric);
    return loop.accumulates() ? gaussianAccumulate(loop, spread, metric) : std::nullopt;
}

} // namespace

std::optional<Prediction> predictGaussian(const Loop& loop, const std::string& metric)
{
    const auto variable = variableOfMean(metric, loop.dimension);
    if (!variable)
        return gaussianOf(loop, metric);
    if (loop.setup.source->rowCount()) // whose mean is that of the rows which are not set aside
        return std::nullopt;
    // Each fit's mean is unbiased around what its rows come from. Where its spread is known, so is the loop.
    const Maybe spread = gaussianOf(loop, "meanError");
    if (!spread)
        return std::nullopt;
    return Prediction{Curve(spread->values.size(), loop.setup.sourceMoments.mean[*variable]), Statistic::Mean,
                      true};
}

std::optional<Prediction> predictKde(const Loop& loop, const std::string& metric)
{
    const double variance = realVariance(loop.setup, Divisor::Biased);
    if (!isResampledVariance(loop, metric, variance))
        return std::nullopt;
    const auto& settings = loop.setup.experiment.model.of<KdeSettings>();
    if (settings.bandwidth == Bandwidth::Fixed) {
        const double added = loop.dimension * settings.bandwidthValue * settings.bandwidthValue;
        return expected(expectedResampledVariance(variance, loop.sizes, added), true);
    }
    std::vector<double> factors;
    for (const std::int64_t size : loop.sizes) {
        const std::int64_t rows = size == kNoSamplingError ? *loop.setup.source->rowCount() : size;
        factors.push_back(settings.bandwidth == Bandwidth::Scott ? scottFactor(rows, loop.dimension)
                                                                 : silvermanFactor(rows, loop.dimension));
    }
    return expected(expectedKdeVarianceByRule(variance, loop.sizes, factors), true);
}

std::optional<Prediction> predictMixture(const Loop& loop, const std::string& metric)
{
    const double variance = realVariance(loop.setup, Divisor::Biased);
    if (!isResampledVariance(loop, metric, variance))
        return std::nullopt;
    // What each step of EM adds to every variance is in the total as well; a floor adds only where it acts.
    const auto& settings = loop.setup.experiment.model.of<MixtureSettings>();
    const bool adds = settings.regularisationKind == RegularisationKind::Added;
    return expected(
        expectedResampledVariance(variance, loop.sizes, adds ? loop.dimension * settings.regularisation : 0), adds);
}

} // namespace hareloom
