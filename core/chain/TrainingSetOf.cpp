// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/TrainingSetOf.h"

#include "core/chain/ModelGroup.h"
#include "core/recipe/Stretches.h"
#include "core/training/PrepareChains.h"

namespace hareloom {
namespace {

Result<std::unique_ptr<Chain>> chainThatTells(const Experiment& variant, ChainIndex index, int replicate,
                                              const StopToken& stop)
{
    auto course = prepareCourse(variant, stop);
    if (!course)
        return course.error();
    auto chain = Chain::make(*course, index, replicate, stop);
    if (chain)
        (*chain)->tellOrigins();
    return chain;
}

Result<void> checkSampled(const Experiment& variant, int generation)
{
    if (!experimentAt(variant, generation).errors.statistical)
        return invalidInput(
            "With errors.statistical off each generation is fitted as from infinitely many rows: it has "
            "no training rows.");
    return {};
}

/// The set, if it is the one that the generation counts.
Result<TrainingSet> checked(Result<TrainingSet> set, const Generation& generation)
{
    if (set && (set->realRows != generation.realRows || set->freshRows != generation.freshRows ||
                set->syntheticRows != generation.syntheticRows))
        return invalidFile("generation " + std::to_string(generation.index) +
                           " was fitted on other rows than are found now; were the data changed since?");
    return set;
}

/// Its models, each told which one it is.
std::vector<Experiment> modelsOf(const Interaction& interaction)
{
    std::vector<Experiment> models = *interaction.models;
    for (std::size_t i = 0; i < models.size(); ++i) {
        auto own = std::make_shared<Interaction>(interaction);
        own->model = static_cast<int>(i);
        models[i].interaction = std::move(own);
    }
    return models;
}

} // namespace

Result<TrainingSet> trainingSetOf(const Experiment& variant, int replicate, const Generation& generation,
                                  std::span<const GenerationPtr> before, const StopToken& stop)
{
    if (auto sampled = checkSampled(variant, generation.index); !sampled)
        return sampled.error();
    if (variant.interaction)
        return invalidInput(
            "This model learned from rows of several models, which are needed to find them again.");
    const auto chain = chainThatTells(variant, generation.chain, replicate, stop);
    if (!chain)
        return chain.error();
    if (auto resumed = (*chain)->resume(before, stop); !resumed)
        return resumed.error();
    FitContext context;
    context.stop = stop;
    return checked((*chain)->trainingSet(context), generation);
}

Result<TrainingSet> trainingSetOf(const Experiment& model, int replicate, const Generation& generation,
                                  std::span<const std::vector<GenerationPtr>> before, const StopToken& stop)
{
    const Interaction& interaction = *model.interaction;
    const std::vector<int> groups = groupsOf(interaction);
    const int group = groups[static_cast<std::size_t>(interaction.model)];
    const auto replicates = static_cast<ChainIndex>(model.chains);
    std::vector<std::unique_ptr<Chain>> chains(groups.size());
    std::vector<std::vector<GenerationPtr>> made;
    std::size_t member = 0;
    const std::vector<Experiment> models = modelsOf(interaction);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] != group)
            continue;
        if (auto sampled = checkSampled(models[i], generation.index); !sampled)
            return sampled.error();
        auto chain =
            chainThatTells(models[i], static_cast<ChainIndex>(i) * replicates + replicate, replicate, stop);
        if (!chain)
            return chain.error();
        if (static_cast<int>(i) == interaction.model)
            member = made.size();
        chains[i] = *std::move(chain);
        made.push_back(before[i]);
    }
    const auto all = takeGroup(interaction, group, chains);
    if (auto resumed = all->resume(made, stop); !resumed)
        return resumed.error();
    FitContext context;
    context.stop = stop;
    return checked(all->trainingSet(member, context), generation);
}

} // namespace hareloom
