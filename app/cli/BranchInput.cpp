// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BranchInput.h"

#include "app/cli/TypedNumber.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

namespace hareloom::cli {

namespace {

/// "policy.realShare=0.1", with the value as JSON has it. What was set before it counts.
Result<void> addSetting(SettingList& set, Experiment& changed, const std::string& assignment)
{
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0)
        return invalidInput("--set " + assignment +
                            ": write the setting's path, '=' and its value, as policy.realShare=0.1.");
    const std::string path = assignment.substr(0, equals);
    if (Result<void> done = setField(changed, path, assignment.substr(equals + 1)); !done)
        return done;
    set.emplace_back(path, findField(path)->get(changed).dump());
    return {};
}

} // namespace

Result<BranchInput> readBranchInput(const Experiment& experiment, const ExperimentArguments& arguments)
{
    BranchInput branch;
    const auto at =
        typedNumber(arguments.branchAt, "--branch-at", 1, static_cast<double>(experiment.generations), 1);
    if (!at)
        return at.error();
    branch.change.at = *at;
    const auto variants = expandVariants(experiment);
    if (!variants)
        return variants.error();
    if (!arguments.variant.empty()) {
        const auto number = variantNumber(experiment, arguments.variant);
        if (!number)
            return invalidInput("--" + number.error().message);
        branch.from = *number;
    }
    Experiment changed = experimentAt((*variants)[branch.from], branch.change.at);
    for (const std::string& assignment : arguments.set)
        if (Result<void> done = addSetting(branch.change.set, changed, assignment); !done)
            return done.error();
    return branch;
}

} // namespace hareloom::cli
