// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Predictions.h"

#include "core/chain/ChainSetup.h"
#include "core/chain/TrainingRows.h"
#include "core/data/Moments.h"
#include "core/theory/AccumulateTheory.h"
#include "core/theory/AnchoredTheory.h"
#include "core/theory/DiscreteTheory.h"
#include "core/theory/GaussianTheory.h"
#include "core/theory/ResamplingTheory.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using Maybe = std::optional<Prediction>;

// A generation 0 that is the same in every replicate: as if fitted on a population.
constexpr std::int64_t kNoSamplingError = 1'000'000'000'000'000;

// A sum over all states for every generation: beyond this it would take longer than a second.
constexpr double kMostSteps = 2e7;

/// The experiment as theory sees it.
struct Loop
{
    const ChainSetup& setup;
    const Experiment& experiment;
    std::vector<std::int64_t> sizes; // rows of each fit; of a pool that grows, the rows that join it
    double variance = 0;             // trace, of what generation 0 is drawn from
    Divisor divisor = Divisor::Unbiased;
    int dimension = 1;

    bool replaces() const
    {
        const Policy& p = experiment.policy;
        return p.pool == "latest" && p.realShare == 0 && p.freshShare == 0 && p.betaPrevious == 0;
    }
    bool isAnchored() const
    {
        const Policy& p = experiment.policy;
        return p.pool == "latest" && p.betaPrevious == 0 && p.realShare + p.freshShare > 0 &&
               !setup.source->rowCount();
    }
    bool accumulates() const
    {
        const Policy& p = experiment.policy;
        return p.pool == "all" && p.realShare + p.freshShare + p.betaPrevious == 0 &&
               !setup.source->rowCount();
    }
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

double realVariance(const ChainSetup& setup, bool unbiased)
{
    if (const auto truth = setup.source->normalMixture())
        return covarianceOf(*truth).trace();
    if (!setup.source->rowCount())
        return 0;
    const Moments moments = momentsOf(*setup.source->draw(*setup.source->rowCount(), 0), 1);
    return moments.scatter.trace() / static_cast<double>(moments.count - (unbiased ? 1 : 0));
}

Loop loopOf(const ChainSetup& setup)
{
    Loop loop{setup, setup.experiment, {}};
    const Policy& policy = setup.experiment.policy;
    const bool picks = policy.pool == "latest" && policy.subsample > 0;
    for (std::int64_t g = 0; g <= setup.experiment.generations; ++g)
        loop.sizes.push_back(g > 0 && picks ? policy.subsample : setup.size(g));
    if (setup.source->rowCount())
        loop.sizes[0] = kNoSamplingError;
    loop.divisor = setup.experiment.model.estimator == "biased" ? Divisor::Biased : Divisor::Unbiased;
    loop.variance =
        realVariance(setup, loop.divisor == Divisor::Unbiased && setup.experiment.family == "gaussian");
    loop.dimension = setup.source->dimension();
    return loop;
}

Maybe gaussianReplace(const Loop& loop, const std::string& metric)
{
    const GaussianLoop theory{loop.variance, loop.sizes, loop.divisor, loop.experiment.policy.lambda};
    const bool scalar = loop.dimension == 1;
    if (metric == "variance")
        return scalar ? Prediction{medianVariance(theory), "median", false}
                      : Prediction{expectedVariance(theory), "expected", true};
    if (metric == "logVariance" && scalar)
        return Prediction{expectedLogVariance(theory), "expected", true};
    if (metric == "meanError")
        return Prediction{rooted(varianceOfMean(theory)), "root mean square", true};
    if (!scalar)
        return std::nullopt;
    if (metric == "risk" || metric == "w2Squared")
        return Prediction{expectedRisk(theory), "expected", true};
    if (metric == "stdError")
        return Prediction{rooted(difference(expectedRisk(theory), varianceOfMean(theory))),
                          "root mean square", true};
    return std::nullopt;
}

Maybe gaussianAnchored(const Loop& loop, const std::string& metric)
{
    std::vector<RowCounts> counts;
    for (int g = 1; g <= loop.experiment.generations; ++g) {
        const RowShares shares = sharesOf(loop.setup, g);
        counts.push_back({shares.real, shares.fresh, shares.pool});
    }
    const AnchoredMoments moments =
        anchoredMoments({loop.variance, loop.sizes[0], loop.divisor, loop.experiment.policy.lambda}, counts);
    if (metric == "variance")
        return Prediction{moments.variance, "expected", true};
    if (metric == "meanError")
        return Prediction{rooted(moments.varianceOfMean), "root mean square", true};
    return std::nullopt;
}

Maybe gaussianAccumulate(const Loop& loop, const std::string& metric)
{
    const AccumulateLoop theory{loop.variance, loop.sizes, loop.divisor, loop.experiment.policy.subsample,
                                loop.experiment.policy.lambda};
    if (metric == "variance")
        return Prediction{expectedAccumulatedVariance(theory), "expected", true};
    if (metric == "meanError")
        return Prediction{rooted(varianceOfAccumulatedMean(theory)), "root mean square", true};
    return std::nullopt;
}

Maybe gaussian(const Loop& loop, const std::string& metric)
{
    if (loop.replaces())
        return gaussianReplace(loop, metric);
    if (loop.isAnchored())
        return gaussianAnchored(loop, metric);
    return loop.accumulates() ? gaussianAccumulate(loop, metric) : std::nullopt;
}

Maybe kde(const Loop& loop, const std::string& metric)
{
    if (metric != "variance" || !loop.replaces() || loop.experiment.policy.lambda != 1)
        return std::nullopt;
    const ModelConfig& model = loop.experiment.model;
    if (model.bandwidth == "fixed") {
        const double added = loop.dimension * model.bandwidthValue * model.bandwidthValue;
        return Prediction{expectedResampledVariance(loop.variance, loop.sizes, added), "expected", true};
    }
    std::vector<double> factors;
    for (const std::int64_t size : loop.sizes) {
        const std::int64_t rows = size == kNoSamplingError ? *loop.setup.source->rowCount() : size;
        factors.push_back(model.bandwidth == "scott" ? scottFactor(rows, loop.dimension)
                                                     : silvermanFactor(rows, loop.dimension));
    }
    return Prediction{expectedKdeVarianceByRule(loop.variance, loop.sizes, factors), "expected", true};
}

// Exact as long as no component's variance is held up by the regularisation.
Maybe mixture(const Loop& loop, const std::string& metric)
{
    if (metric != "variance" || !loop.replaces() || loop.experiment.policy.lambda != 1)
        return std::nullopt;
    return Prediction{expectedResampledVariance(loop.variance, loop.sizes, 0), "expected", false};
}

Maybe discrete(const Loop& loop, const std::string& metric)
{
    const auto truth = loop.setup.source->categorical();
    if (!truth || !loop.replaces())
        return std::nullopt;
    if (metric == "heterozygosity")
        return Prediction{expectedHeterozygosity(*truth, loop.sizes), "expected", true};
    const bool constant =
        std::all_of(loop.sizes.begin(), loop.sizes.end(), [&](std::int64_t m) { return m == loop.sizes[0]; });
    const double steps =
        static_cast<double>(truth->states()) * static_cast<double>(loop.experiment.generations);
    if (metric == "survivingStates" && constant && steps <= kMostSteps)
        return Prediction{
            expectedSurvivors(*truth, loop.sizes[0], static_cast<int>(loop.experiment.generations)),
            "expected", false};
    return std::nullopt;
}

} // namespace

std::optional<Prediction> predict(const Experiment& variant, const std::string& metric)
{
    if (!variant.errors.statistical || variant.policy.filter.isActive() ||
        findFamily(variant.family)->isNetwork)
        return std::nullopt;
    auto setup = prepareChains(variant);
    if (!setup)
        return std::nullopt;
    const Loop loop = loopOf(**setup);
    if (variant.family == "discrete")
        return discrete(loop, metric);
    if (loop.variance <= 0)
        return std::nullopt;
    return variant.family == "gaussian" ? gaussian(loop, metric)
           : variant.family == "kde"    ? kde(loop, metric)
                                        : mixture(loop, metric);
}

} // namespace hareloom
