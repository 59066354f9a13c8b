// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep/SweepInput.h"

#include "app/cli/ExperimentInput.h"
#include "app/cli/TypedNumber.h"
#include "core/base/Text.h"

#include <algorithm>

namespace hareloom::cli {
namespace {

/// What is swept has no one value.
Result<void> checkSet(const Experiment& experiment, const ExperimentArguments& arguments)
{
    for (const std::string& assignment : arguments.set)
        for (const SweepAxis& axis : experiment.sweep->grid)
            for (const auto& [path, value] : axis.values.front().set)
                if (assignment.starts_with(path + "="))
                    return invalidInput("--set " + path +
                                        ": the sweep varies it. Change its values in the experiment.");
    return {};
}

Result<void> setReplicates(Experiment& experiment, const std::optional<std::string>& typed)
{
    Sweep sweep = *experiment.sweep;
    const auto count = typedNumber(typed, "--chains", 1, double(kMostReplicates), sweep.replicates);
    if (!count)
        return count.error();
    sweep.replicates = *count;
    experiment.sweep = std::make_shared<const Sweep>(std::move(sweep));
    return {};
}

Result<SweepInput> named(const SweepArguments& arguments)
{
    ExperimentArguments asked = arguments.experiment;
    asked.chains.reset(); // of the sweep, not of the experiment
    const auto input = readExperimentInput(asked);
    if (!input)
        return input.error();
    Experiment experiment = input->experiment;
    if (experiment.sweep) {
        if (auto free = checkSet(experiment, asked); !free)
            return free.error();
        if (auto set = setReplicates(experiment, arguments.experiment.chains); !set)
            return set.error();
    }
    return SweepPlan::make(experiment).transform([&](SweepPlan plan) {
        return SweepInput{std::move(plan), arguments.out, input->note};
    });
}

/// A folder that is named by mistake holds another sweep, which nobody wants to lose the name of.
Result<void> checkFolder(const SweepInput& input)
{
    if (!SweepFolder::isOne(input.folder))
        return {};
    const auto before = openSweep(input.folder);
    if (!before)
        return before.error();
    for (std::int64_t point = 0; point < input.plan.points(); ++point)
        if (before->plan.find(input.plan.idOf(point)))
            return {};
    return invalidInput("--out " + input.folder + ": the folder holds another sweep, \"" +
                        before->plan.experiment().title +
                        "\", and none of its points is in this one. Name another folder.");
}

Error notHere(const std::string& folder)
{
    return invalidInput(folder +
                        ": this is a sweep that was begun; it is run as it is. Change the experiment, and "
                        "name that with --out " +
                        folder + ".");
}

} // namespace

Result<SweepInput> readSweepInput(const SweepArguments& arguments)
{
    const std::string& name = arguments.experiment.name;
    if (!SweepFolder::isOne(name))
        return named(arguments);
    if (arguments.experiment.changesAnything() || (!arguments.out.empty() && arguments.out != name))
        return notHere(name);
    return openSweep(name).transform([&name](BegunSweep begun) {
        return SweepInput{std::move(begun.plan), name, {}};
    });
}

Result<BegunSweep> beginSweep(const SweepArguments& arguments)
{
    auto input = readSweepInput(arguments);
    if (!input)
        return input.error();
    if (auto sound = input->plan.check(); !sound)
        return sound.error();
    if (input->folder.empty())
        return invalidInput("--out is missing. Name a folder for the results of the sweep.");
    if (auto ours = checkFolder(*input); !ours)
        return ours.error();
    auto folder = SweepFolder::make(input->folder, input->plan.experiment());
    if (!folder)
        return folder.error();
    if (folder->wasChanged())
        input->note += (input->note.empty() ? "" : "\n") + input->folder +
                       ": the sweep has changed. Results of points that it still has count; those of the "
                       "others stay in the folder.";
    return BegunSweep{std::move(input->plan), *std::move(folder), std::move(input->note)};
}

Result<BegunSweep> openSweep(const std::string& path)
{
    auto folder = SweepFolder::open(path);
    if (!folder)
        return folder.error();
    return SweepPlan::make(folder->experiment()).transform([&folder](SweepPlan plan) {
        return BegunSweep{std::move(plan), *std::move(folder), {}};
    });
}

} // namespace hareloom::cli
