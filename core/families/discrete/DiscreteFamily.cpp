// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/DiscreteFamily.h"

#include "core/families/discrete/Discrete.h"
#include "core/families/discrete/DiscreteTeller.h"
#include "core/family/ChainSetup.h"
#include "core/theory/AnchoredStates.h"
#include "core/family/InteractionCurves.h"
#include "core/theory/DiscreteTheory.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

constexpr std::array<std::string_view, 2> kUsualMetrics = {"survivingStates", "entropyNats"};

std::unique_ptr<Generator> makeDiscrete(const Experiment&, const DataShape& shape)
{
    return std::make_unique<Discrete>(shape.states);
}

/// What each generation after 0 is fitted on.
std::vector<RowCounts> countsOf(const Loop& loop)
{
    std::vector<RowCounts> counts;
    for (int g = 1; g <= loop.setup.experiment.generations; ++g) {
        const RowShares shares = sharesOf(loop.setup, g);
        counts.push_back({shares.real, shares.fresh, shares.pool});
    }
    return counts;
}

/// The island model: a row as the indicator of its state has the variance 1 - sum p^2.
std::optional<Prediction> predictIslands(const Loop& loop, const Categorical& truth,
                                         const std::string& metric)
{
    const auto curves = interactionCurves(loop, 1 - truth.probabilities.squaredNorm(),
                                          [](const Experiment&) { return Divisor::Biased; });
    if (curves && metric == "heterozygosity")
        return Prediction{curves->variance, Statistic::Mean, true};
    if (curves && metric == "betweenVariance" && !curves->between.empty())
        return Prediction{curves->between, Statistic::Mean, true};
    return std::nullopt;
}

std::optional<Prediction> predictDiscrete(const Loop& loop, const std::string& metric)
{
    const auto truth = loop.setup.source->categorical();
    if (!truth)
        return std::nullopt;
    if (loop.setup.experiment.interaction)
        return predictIslands(loop, *truth, metric);
    if (metric == "heterozygosity" && loop.isAnchored())
        return Prediction{anchoredHeterozygosity(*truth, loop.sizes[0], countsOf(loop)), Statistic::Mean,
                          true};
    if (!loop.replaces())
        return std::nullopt;
    if (metric == "heterozygosity")
        return Prediction{expectedHeterozygosity(*truth, loop.sizes), Statistic::Mean, true};
    const bool constant =
        std::all_of(loop.sizes.begin(), loop.sizes.end(), [&](std::int64_t m) { return m == loop.sizes[0]; });
    const std::int64_t generations = loop.setup.experiment.generations;
    const double steps = static_cast<double>(truth->states()) * static_cast<double>(generations);
    if (!constant || steps > kMostPredictionSteps)
        return std::nullopt;
    const std::int64_t rows = loop.sizes[0];
    if (metric == "survivingStates")
        return Prediction{expectedSurvivors(*truth, rows, static_cast<int>(generations)), Statistic::Mean,
                          rows <= kExactAncestryRows};
    if (metric == "extinctMass")
        return Prediction{expectedExtinctMass(*truth, rows, static_cast<int>(generations)), Statistic::Mean,
                          rows <= kExactAncestryRows};
    return std::nullopt;
}

} // namespace

const Family kDiscreteFamily = {
    .name = "discrete",
    .title = "Discrete",
    .summary = "States and how often each occurs; what is not drawn is gone for good.",
    .rows = RowKind::States,
    .hasDensity = true,
    .hasLikelihood = true,
    .refitsExactly = true,
    .mixesExactly = true,
    .weighsRows = true,
    .keepsSums = true,
    .usualMetrics = kUsualMetrics,
    .make = makeDiscrete,
    .snapshotKind = CategoricalSnapshot::kKind,
    .readSnapshot = readCategoricalSnapshot,
    .readNumbers = readCategoricalNumbers,
    .leastRows = [](const Experiment&) { return std::int64_t{1}; }, // one draw is enough for frequencies
    .contains = [](const Experiment&) { return true; },
    .predict = predictDiscrete,
    .teller = [](const ToldRunPtr& run) { return std::unique_ptr<FamilyTeller>(new DiscreteTeller(run)); },
    .outcome = discreteOutcome,
};

} // namespace hareloom
