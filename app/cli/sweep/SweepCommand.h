// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "app/cli/sweep/SweepArguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace hareloom::cli {

/// Adds `sweep` and its commands to the program. When one is given, `chosen` is called with its arguments.
void declareSweep(CLI::App& program, const std::function<void(SweepArguments)>& chosen);

/// Does what the action says and returns the exit status.
int execute(const SweepArguments& arguments, Console& console);

int planSweep(const SweepArguments& arguments, Console& console);
int runSweepCommand(const SweepArguments& arguments, Console& console);
int tellSweepStatus(const SweepArguments& arguments, Console& console);
int collectSweep(const SweepArguments& arguments, Console& console);
int writeSlurm(const SweepArguments& arguments, Console& console);

} // namespace hareloom::cli
