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

/// Whether files can be written into the folder, or it can be made, without making it: asked before work
/// whose result is to lie there. Errors: InvalidInput (a file is in the way), System (no permission).
Result<void> checkFolderToWrite(const std::string& folder);

/// A name beside `path`, in the same folder and so on the same disk, that no other process uses: `path` with
/// ".part-PROCESS-COUNT" behind it, shortened where a file's name could not be that long.
std::string nameBeside(const std::string& path);

/// Removes what processes that live no longer have left beside `path` under such a name: files, and folders.
void removeLeftovers(const std::string& path);

/// Flushes a file, or a folder with all that is in it, and the folder that it lies in. Errors: System.
Result<void> flushToDisk(const std::string& path);

/// Flushes `written` to the disk and gives it the name `path`, replacing what is there.
Result<void> publishFile(const std::string& written, const std::string& path);

/// The same where there must be no file of that name yet: of two that publish at once, one is refused.
/// Errors: System; InvalidFile (there is one).
Result<void> publishNewFile(const std::string& written, const std::string& path);

/// Puts `written` in the place of `path`, and what was there, if anything was, in the place of `written`:
/// files or folders. Errors: System.
Result<void> exchange(const std::string& written, const std::string& path);

} // namespace hareloom
