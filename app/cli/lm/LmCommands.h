// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "app/cli/lm/LmArguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace hareloom::cli {

/// Adds `lm` and its commands to the program. When one is given, `chosen` is called with its arguments.
void declareLm(CLI::App& program, const std::function<void(LmArguments)>& chosen);

/// Each does what its command says and returns the exit status.
int execute(const TokenizeArguments& arguments, Console& console);
int execute(const DetokenizeArguments& arguments, Console& console);
int execute(const LogitsArguments& arguments, Console& console);
int execute(const ScoreArguments& arguments, Console& console);
int execute(const GenerateArguments& arguments, Console& console);
int execute(const LmArguments& arguments, Console& console);

} // namespace hareloom::cli
