// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ExperimentArguments.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hareloom::cli {

/// `hareloom-cli sweep ACTION`.
struct SweepArguments
{
    std::string action;             // plan, run, point, status, collect, slurm
    ExperimentArguments experiment; // plan, run, point, slurm: an experiment, or the folder of a sweep
    std::string folder;             // status, collect
    std::string out;                // run, point, slurm: the sweep's folder; collect: a file, empty: stdout
    std::string point;              // point: its number or its id
    std::string device = "auto";
    std::string tasks;               // run: a file of tasks that `slurm` wrote
    std::optional<std::string> task; // run: which line of it, from 1
    int threads = 0;                 // 0: all cores
    bool quiet = false, json = false;
    bool longForm = false, summary = false; // collect
    // slurm, as typed
    std::optional<std::string> atOnce, minutes, cpus;
    std::string partition, gres;
    bool submit = false;
};

} // namespace hareloom::cli
