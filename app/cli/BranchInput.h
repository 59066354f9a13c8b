// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "core/experiment/Experiment.h"

namespace hareloom::cli {

/// A branch as --branch-at, --set and --variant ask for it.
struct BranchInput
{
    std::size_t from = 0; // the variant that it branches from, from 0
    SettingsChange change;
};

/// `arguments` has a branchAt. Errors: InvalidInput, naming what was typed; those of setField().
Result<BranchInput> readBranchInput(const Experiment& experiment, const ExperimentArguments& arguments);

} // namespace hareloom::cli
