// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>

namespace hareloom {

/// A library of the program's own, with what it needs of others, that is opened when it is first needed.
struct OwnLibrary
{
    const char* file;  // "libhareloom_torch.so"
    const char* entry; // the function by which it is entered
    const char* built; // the folder in which the build leaves it
    /// Megabytes (2^20 bytes) of address space that it takes when it is opened, and for each core.
    int megabytes = 0, megabytesPerCore = 0;
};

/// The entry of the library, which stays open for as long as the program lives. Looked for beside the
/// program, where the install puts it, and where the build made it. Any thread. Errors: Unsupported, the end
/// of a sentence: "and there is no FILE in FOLDER, FOLDER" or "which cannot be loaded: REASON"; no sentence,
/// as the caller knows what it is for. System, likewise: the process may not take as much memory (`ulimit -v`).
/// Some libraries look for it for ever, so they are not opened then.
Result<void*> entryOf(const OwnLibrary& library);

} // namespace hareloom
