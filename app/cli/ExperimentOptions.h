// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ExperimentArguments.h"

namespace CLI {
class App;
}

namespace hareloom::cli {

/// EXPERIMENT, --set, --variant, --generations, --chains and --seed. `experiment` outlives the command.
void addExperimentOptions(CLI::App& command, ExperimentArguments& experiment, const char* nameHelp);
/// --branch-at and --title, for commands that may run a branch beside what there is.
void addBranchOptions(CLI::App& command, ExperimentArguments& experiment);
void addThreads(CLI::App& command, int& threads);
void addDevice(CLI::App& command, std::string& device);

} // namespace hareloom::cli
