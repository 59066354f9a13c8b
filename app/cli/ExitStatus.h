// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/base/Result.h"

namespace hareloom::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kBadInput = 2;
inline constexpr int kInterrupted = 130; // 128 + SIGINT, as shells count

/// The exit status of a command that ends with this kind of error.
int exitStatus(ErrorKind kind);

/// Prints the error's sentence and returns its exit status.
int fail(Console& console, const Error& error);

} // namespace hareloom::cli
