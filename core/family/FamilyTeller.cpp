// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/FamilyTeller.h"

#include "core/data/Source.h"
#include "core/experiment/Curation.h"
#include "core/experiment/Interaction.h"
#include "core/text/TextSet.h"

#include <algorithm>

namespace hareloom {

namespace {

constexpr std::int64_t kMostNames = 100'000;

} // namespace

std::vector<std::string> namesIn(const Source& source)
{
    if (source.rowKind() == RowKind::Images)
        return source.images()->classNames;
    if (const auto text = source.text())
        return text->kindNames;
    if (source.stateCount() == 0)
        return source.variableNames();
    std::vector<std::string> names;
    for (std::int64_t state = 0; state < std::min(source.stateCount(), kMostNames); ++state)
        names.push_back(source.stateName(state));
    return names;
}

std::string nameOf(const ToldRun& run, std::int64_t part)
{
    const std::string number = std::to_string(part + 1);
    const auto i = static_cast<std::size_t>(part);
    return i < run.names.size() && run.names[i] != number ? "“" + run.names[i] + "”" : number;
}

std::string listed(const ToldRun& run, const std::vector<std::int64_t>& parts, std::size_t most)
{
    std::string list;
    for (std::size_t i = 0; i < std::min(most, parts.size()); ++i)
        list += (i == 0 ? "" : ", ") + nameOf(run, parts[i]);
    return parts.size() > most ? list + ", …" : list;
}

const Experiment& ToldRun::at(std::int64_t generation) const
{
    const Experiment* inForce = &experiment;
    for (const ToldChange& change : changes)
        if (change.at <= generation)
            inForce = &change.experiment;
    return *inForce;
}

namespace {

bool readsOthers(const Experiment& experiment)
{
    const auto& interaction = experiment.interaction;
    if (!interaction || !interaction->isOfOneModel())
        return false;
    const auto model = static_cast<std::size_t>(interaction->model);
    return interaction->matrix[model][model] < 1;
}

} // namespace

Habit habitOf(const Experiment& experiment)
{
    const Policy& policy = experiment.policy;
    Habit habit;
    habit.isSampled = experiment.errors.statistical;
    habit.takesReal = policy.realShare > 0 || policy.freshShare > 0;
    habit.accumulates = policy.pool == Pool::All;
    habit.isControl = policy.pool == Pool::First;
    habit.readsOthers = readsOthers(experiment);
    habit.isCurated = isCurated(policy.curation);
    habit.replaces = !habit.isCurated && !habit.accumulates && !habit.isControl && !habit.takesReal &&
                     !habit.readsOthers && policy.betaPrevious == 0 && !policy.filter.isActive() &&
                     policy.filter.classes.empty();
    return habit;
}

Habit habitOf(const ToldRun& run, int generation)
{
    Habit habit = habitOf(run.at(generation));
    for (const ToldChange& change : run.changes)
        if (change.at > generation) {
            const Habit later = habitOf(change.experiment);
            habit.replaces = habit.replaces && later.replaces;
            if (habit.returnsFrom == 0 && later.mayReturnNow())
                habit.returnsFrom = change.at;
        }
    return habit;
}

std::string_view lossReason(const ToldRun& run, const Generation& generation)
{
    const Policy& policy = run.at(generation.index).policy;
    const Habit habit = habitOf(run, generation.index);
    if (policy.lambda < 1)
        return "loss.biased";
    if (habit.isCurated)
        return "loss.curated";
    if (!habit.isSampled)
        return "loss.exact";
    if (habit.accumulates)
        return policy.subsample > 0 ? "loss.picked" : "loss.accumulated";
    if (habit.isControl)
        return "loss.first";
    if (habit.takesReal)
        return "loss.real";
    if (habit.readsOthers)
        return "loss.others";
    return habit.replaces ? "loss.replaced" : "";
}

Arguments lossArguments(const ToldRun& run, const Generation& generation)
{
    const std::int64_t real = generation.realRows + generation.freshRows;
    return {{"rows", real + generation.syntheticRows},
            {"realRows", real},
            {"lambda", run.at(generation.index).policy.lambda}};
}

} // namespace hareloom
