// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/FamilyTeller.h"

#include "core/data/Source.h"
#include "core/text/TextSet.h"

#include <algorithm>

namespace hareloom {

namespace {

constexpr std::int64_t kMostNames = 100'000;

} // namespace

std::vector<std::string> namesIn(const Source& source)
{
    if (const ImageSetPtr images = source.images())
        return images->classNames;
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

Habit habitOf(const Experiment& experiment)
{
    const Policy& policy = experiment.policy;
    Habit habit;
    habit.isSampled = experiment.errors.statistical;
    habit.takesReal = policy.realShare > 0 || policy.freshShare > 0;
    habit.accumulates = policy.pool == Pool::All;
    habit.isControl = policy.pool == Pool::First;
    habit.replaces = !habit.accumulates && !habit.isControl && !habit.takesReal && policy.betaPrevious == 0 &&
                     !policy.filter.isActive() && policy.filter.classes.empty();
    return habit;
}

std::string_view lossReason(const Experiment& experiment)
{
    const Habit habit = habitOf(experiment);
    if (experiment.policy.lambda < 1)
        return "loss.biased";
    if (!habit.isSampled)
        return "loss.exact";
    if (habit.accumulates)
        return experiment.policy.subsample > 0 ? "loss.picked" : "loss.accumulated";
    if (habit.isControl)
        return "loss.first";
    if (habit.takesReal)
        return "loss.real";
    return habit.replaces ? "loss.replaced" : "";
}

Arguments lossArguments(const Experiment& experiment, const Generation& generation)
{
    const std::int64_t real = generation.realRows + generation.freshRows;
    return {{"rows", real + generation.syntheticRows},
            {"realRows", real},
            {"lambda", experiment.policy.lambda}};
}

} // namespace hareloom
