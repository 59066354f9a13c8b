// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Console.h"

#include <optional>

namespace hareloom::cli {

/// What the command line asks for; or, when that is help, the version or an error, nothing: it has been
/// answered on `console`, and `status` is what to exit with.
std::optional<Arguments> parseArguments(int argc, const char* const* argv, Console& console, int& status);

} // namespace hareloom::cli
