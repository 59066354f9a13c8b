// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/catalogue/Entry.h"

namespace hareloom {

enum class HoldingState {
    Absent,
    Partial, // a download was stopped or broke off; the next goes on from there
    Present,
};

/// How much of an entry is on this machine.
struct Holding
{
    HoldingState state = HoldingState::Absent;
    std::int64_t bytes = 0; // on disk, with unfinished files
};

/// Told from the files' names and sizes: contents were checked before the files got their names. Quick; any
/// thread.
Holding holdingOf(const CatalogueEntry& entry);

/// The folder of an entry that is present, else InvalidInput with one sentence that says how to get it.
/// `wanted`: what asks for it, as "source.kind".
Result<std::string> heldFolder(std::string_view id, const std::string& wanted);

/// Where `path` leads: below `baseFolder` where there is such a file or folder, else to the catalogue's entry
/// of that id (heldFolder()'s errors), else below `baseFolder` all the same: whoever opens it says what it
/// lacks.
Result<std::string> localOrHeld(const std::string& path, const std::string& baseFolder,
                                const std::string& wanted);

/// Deletes an entry's files, finished or not; what others put into the folder stays. Errors: System.
Result<void> removeEntry(const CatalogueEntry& entry);

/// How an unfinished file is called.
inline constexpr const char* kPartSuffix = ".part";

} // namespace hareloom
