// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/DiscreteFamily.h"

#include "core/families/discrete/Discrete.h"
#include "core/families/discrete/DiscreteTeller.h"
#include "core/family/ChainSetup.h"
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

std::optional<Prediction> predictDiscrete(const Loop& loop, const std::string& metric)
{
    const auto truth = loop.setup.source->categorical();
    if (!truth || !loop.replaces())
        return std::nullopt;
    if (metric == "heterozygosity")
        return Prediction{expectedHeterozygosity(*truth, loop.sizes), Statistic::Mean, true};
    const bool constant =
        std::all_of(loop.sizes.begin(), loop.sizes.end(), [&](std::int64_t m) { return m == loop.sizes[0]; });
    const std::int64_t generations = loop.setup.experiment.generations;
    const double steps = static_cast<double>(truth->states()) * static_cast<double>(generations);
    if (metric == "survivingStates" && constant && steps <= kMostPredictionSteps)
        return Prediction{expectedSurvivors(*truth, loop.sizes[0], static_cast<int>(generations)), Statistic::Mean,
                          false};
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
