// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"

#include <cstdint>
#include <memory>
#include <string>

namespace hareloom {

/// The tables are described in docs/session-format.md.
inline constexpr std::uint32_t kSessionApplicationId = 0x48617265; // "Hare", in the SQLite header at byte 68
inline constexpr std::uint32_t kSessionVersion = 2;                // user_version
inline constexpr std::uint32_t kBranchedVersion =
    3; // the same tables, with branches: a program that does not know
       // them would miss what they share, and refuses the file
inline constexpr std::uint32_t kRenumberedVersion =
    4; // the same tables, with weights that are called by other numbers than their chains have
extern const char* const kSessionSchema;
extern const char* const
    kOldSessionSchema; // of version 1, which is read, and brought up to date before it is written

/// A session's file, and the version of its format.
struct SessionDatabase
{
    std::unique_ptr<Database> database;
    std::uint32_t version = kSessionVersion; // of its tables: 1 or 2
};

/// Opens a file that must be a session of a version that this program reads, and says what it is when it
/// is not. Errors: InvalidFile, System.
Result<SessionDatabase> openSessionFile(const std::string& path, bool readOnly);

/// The same to write, by whoever has the right to (WriterLock.h). It keeps a write-ahead log; where the file's disk gives
/// that no memory that processes share, one that no other process can read meanwhile; and where that fails, too, a rollback
/// journal.
Result<SessionDatabase> openSessionToWrite(const std::string& path);

/// Removes what SQLite keeps beside a file that is about to be replaced; a stale log would be replayed
/// into the new one.
void removeSideFiles(const std::string& path);

} // namespace hareloom
