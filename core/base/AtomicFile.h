// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <functional>
#include <ostream>
#include <string>

namespace hareloom {

/// Writes a file so that `path` holds either what it held before or the whole of the new content: written
/// beside it, flushed to the disk, then renamed. `write` may fail; then, and on any error, nothing is left
/// behind. Errors: System (no permission, disk full), whatever `write` returns.
Result<void> writeFileAtomically(const std::string& path,
                                 const std::function<Result<void>(std::ostream&)>& write);

/// Makes the folder and those above it, so that they outlast a power cut. Errors: System.
Result<void> makeFolder(const std::string& folder);

/// A name beside `path`, in the same folder and so on the same disk, that no other process uses.
std::string nameBeside(const std::string& path);

/// Flushes `written` to the disk and gives it the name `path`, replacing what is there.
Result<void> publishFile(const std::string& written, const std::string& path);

} // namespace hareloom
