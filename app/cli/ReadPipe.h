// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>

namespace hareloom::cli {

/// Whether `name` is read from its beginning to its end and no more: "-" (stdin), a pipe, as <(...) makes
/// one, or a device.
bool isPipe(const std::string& name);

/// All that comes through, until the other end is closed. A pipe that no program has opened is waited for a
/// second, then refused. Errors: InvalidFile (nothing or too much comes), System.
Result<std::string> readPipe(const std::string& name);

} // namespace hareloom::cli
