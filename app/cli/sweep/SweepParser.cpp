// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExperimentOptions.h"
#include "app/cli/sweep/SweepCommand.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace hareloom::cli {
namespace {

constexpr const char* kNameHelp =
    "An experiment with a sweep: a file (JSON), a preset's id, or the folder of a sweep";

/// Declares each action; its arguments are the result when it was the one given.
class Actions
{
public:
    Actions(CLI::App& sweep, std::function<void(SweepArguments)> chosen)
        : m_sweep(sweep), m_arguments(std::make_shared<SweepArguments>()), m_chosen(std::move(chosen))
    {
    }

    void plan()
    {
        CLI::App& action = addOnExperiment("plan", "Print the points of a sweep, and what they will take");
        addThreads(action, m_arguments->threads);
        addDevice(action, m_arguments->device);
        action.add_flag("--quiet,-q", m_arguments->quiet, "The points alone: nothing is measured");
    }

    void run()
    {
        CLI::App& action = addOnExperiment("run", "Run what is missing of a sweep, on all cores");
        addOut(action);
        addThreads(action, m_arguments->threads);
        addDevice(action, m_arguments->device);
        CLI::Option* tasks =
            action.add_option("--tasks", m_arguments->tasks,
                              "Run only what a line of this file names; `sweep slurm` writes it");
        tasks->type_name("FILE");
        CLI::Option* task = action.add_option("--task", m_arguments->task, "Which line of --tasks, from 1");
        task->type_name("N");
        tasks->needs(task);
        task->needs(tasks);
        addQuiet(action);
    }

    void point()
    {
        CLI::App& action = addOnExperiment("point", "Run one point of a sweep");
        action.add_option("POINT", m_arguments->point, "Its number or its id, as `sweep plan` prints them")
            ->required();
        addOut(action);
        addThreads(action, m_arguments->threads);
        addDevice(action, m_arguments->device);
        addQuiet(action);
    }

    void status()
    {
        CLI::App& action =
            addOnFolder("status", "Say what of a sweep is done, what has failed and what is missing");
        action.add_flag("--json", m_arguments->json, "As JSON");
    }

    void collect()
    {
        CLI::App& action = addOnFolder("collect", "Print the results of a sweep as one CSV table");
        CLI::Option* longForm = action.add_flag("--long", m_arguments->longForm,
                                                "A row for each value: columns metric and value");
        action
            .add_flag(
                "--summary", m_arguments->summary,
                "Over the chains of each point: mean, median and quantiles, as the sweep's \"summary\" says")
            ->excludes(longForm);
        action.add_option("--out", m_arguments->out, "Write to this file; by default to standard output")
            ->type_name("FILE.csv");
    }

    void slurm()
    {
        CLI::App& action =
            addOnExperiment("slurm", "Write a job array for Slurm that runs what is missing of a sweep");
        addOut(action);
        addDevice(action, m_arguments->device);
        action
            .add_option("--at-once", m_arguments->atOnce,
                        "Tasks that run at the same time; by default as many as can")
            ->type_name("N");
        action.add_option("--partition", m_arguments->partition, "Slurm's partition")->type_name("NAME");
        action
            .add_option("--minutes", m_arguments->minutes,
                        "The time limit of a task; by default three times what it is estimated to take")
            ->type_name("N");
        action.add_option("--cpus", m_arguments->cpus, "Cores of a task (1)")->type_name("N");
        action.add_option("--gres", m_arguments->gres, "What a task needs beside cores, as gpu:1")
            ->type_name("GRES");
        action.add_flag("--submit", m_arguments->submit, "Submit it with sbatch");
    }

private:
    CLI::App& add(const char* name, const char* description)
    {
        CLI::App* action = m_sweep.add_subcommand(name, description);
        action->callback([name, arguments = m_arguments, chosen = m_chosen] {
            arguments->action = name;
            chosen(*arguments);
        });
        return *action;
    }
    CLI::App& addOnExperiment(const char* name, const char* description)
    {
        CLI::App& action = add(name, description);
        addExperimentOptions(action, m_arguments->experiment, kNameHelp);
        return action;
    }
    CLI::App& addOnFolder(const char* name, const char* description)
    {
        CLI::App& action = add(name, description);
        action.add_option("FOLDER", m_arguments->folder, "The folder of a sweep")->required();
        return action;
    }
    void addOut(CLI::App& action)
    {
        action
            .add_option(
                "--out", m_arguments->out,
                "The folder of the sweep; made where it is not there. Not needed where it is named already")
            ->type_name("FOLDER");
    }
    void addQuiet(CLI::App& action)
    {
        action.add_flag("--quiet,-q", m_arguments->quiet, "No progress on stderr");
    }

    CLI::App& m_sweep;
    std::shared_ptr<SweepArguments> m_arguments;
    std::function<void(SweepArguments)> m_chosen;
};

} // namespace

void declareSweep(CLI::App& program, const std::function<void(SweepArguments)>& chosen)
{
    CLI::App* sweep =
        program.add_subcommand("sweep", "Run an experiment at many settings: plan, run, collect");
    sweep->require_subcommand(1);
    Actions actions(*sweep, chosen);
    actions.plan();
    actions.run();
    actions.point();
    actions.status();
    actions.collect();
    actions.slurm();
}

} // namespace hareloom::cli
