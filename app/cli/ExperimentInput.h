// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "core/experiment/Experiment.h"
#include "core/recipe/DeviceChoice.h"

#include <string>

namespace hareloom::cli {

/// Whether `name` is a session's name (*.hareloom), or a file that is one, whatever it is called.
bool namesSession(const std::string& name);

struct ExperimentInput
{
    Experiment experiment;
    std::string note; // what a setting took with it, a line each; mostly empty
};

/// The file or preset with every change applied, validated as a whole.
/// Errors: InvalidInput and InvalidFile, with the key's path, what was found and what is allowed.
Result<ExperimentInput> readExperimentInput(const ExperimentArguments& arguments);

/// Sets the generations and chains that were typed, if any. Errors: InvalidInput, naming what was typed.
Result<void> applyLength(Experiment& experiment, const ExperimentArguments& arguments);

/// What --device means for this family. Errors: those of chooseDevice().
Result<DeviceChoice> readDeviceInput(const std::string& family, const std::string& asked);

} // namespace hareloom::cli
