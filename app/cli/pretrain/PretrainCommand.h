// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "app/cli/pretrain/PretrainArguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace hareloom::cli {

/// Adds `pretrain` to the program. When it is given, `chosen` is called with its arguments.
void declarePretrain(CLI::App& program, const std::function<void(PretrainArguments)>& chosen);

/// Trains a model from nothing and returns the exit status.
int execute(const PretrainArguments& arguments, Console& console);

} // namespace hareloom::cli
