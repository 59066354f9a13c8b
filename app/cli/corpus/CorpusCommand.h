// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "app/cli/corpus/CorpusArguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace hareloom::cli {

/// Adds `corpus` and its commands to the program. When one is given, `chosen` is called with its arguments.
void declareCorpus(CLI::App& program, const std::function<void(CorpusArguments)>& chosen);

/// Writes the field guide's texts and returns the exit status.
int execute(const CorpusArguments& arguments, Console& console);

} // namespace hareloom::cli
