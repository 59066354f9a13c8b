// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExperimentOptions.h"

#include <CLI/CLI.hpp>

namespace hareloom::cli {

void addExperimentOptions(CLI::App& command, ExperimentArguments& experiment, const char* nameHelp)
{
    command.add_option("EXPERIMENT", experiment.name, nameHelp)->required();
    command
        .add_option("--set", experiment.set,
                    "Change one setting: its JSON path and value, as policy.realShare=0.1")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    command
        .add_option("--variant", experiment.variant,
                    "Use only this variant of the experiment: its title, or its number from 1")
        ->type_name("TITLE|N");
    command.add_option("--generations", experiment.generations, "Number of generations after generation 0")
        ->type_name("N");
    command
        .add_option("--chains", experiment.chains, "Number of chains (replicates), each with its own seed")
        ->type_name("N");
    command.add_option("--seed", experiment.seed, "Seed; the same seed gives the same numbers")
        ->type_name("N");
}

void addBranchOptions(CLI::App& command, ExperimentArguments& experiment)
{
    CLI::Option* branch =
        command
            .add_option(
                "--branch-at", experiment.branchAt,
                "Go on twice: as it is, and from this generation on with what --set says. Of a session, the "
                "generations before it are shared, not made again; --variant says which line to branch from")
            ->type_name("G")
            ->needs("--set");
    command.add_option("--title", experiment.title, "What the branch is called")
        ->type_name("TITLE")
        ->needs(branch);
}

void addThreads(CLI::App& command, int& threads)
{
    command
        .add_option("--threads", threads, "Threads; the results are the same for every number (0: all cores)")
        ->type_name("N")
        ->check(CLI::Range(0, 1024));
}

void addDevice(CLI::App& command, std::string& device)
{
    command.add_option("--device", device, "auto, cpu, cuda or cuda:i")
        ->type_name("DEVICE")
        ->capture_default_str();
}

} // namespace hareloom::cli
