// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/sweep/SweepArguments.h"
#include "core/sweep/SweepFolder.h"
#include "core/sweep/SweepPlan.h"

#include <optional>

namespace hareloom::cli {

/// A sweep as it was named: by an experiment, or by the folder of a sweep that was begun.
struct SweepInput
{
    SweepPlan plan;
    std::string folder; // where it lies or is to lie; empty: not said
    std::string note;   // what a setting took with it, a line each; mostly empty
};

/// Reads and plans it; where points cannot run, the plan says so. --chains stands for the replicates. Errors:
/// InvalidInput, InvalidFile.
Result<SweepInput> readSweepInput(const SweepArguments& arguments);

/// The same, made in its folder; points that cannot run are refused. Errors: those of both.
struct BegunSweep
{
    SweepPlan plan;
    SweepFolder folder;
    std::string note;
};
Result<BegunSweep> beginSweep(const SweepArguments& arguments);

/// A sweep that was begun. Errors: InvalidInput, InvalidFile.
Result<BegunSweep> openSweep(const std::string& folder);

} // namespace hareloom::cli
