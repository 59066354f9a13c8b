// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"

#include <string>

namespace hareloom {

/// Whether the file lies where other computers may read and write it, too, or where the system gives no
/// memory that processes share: NFS, SMB, Lustre, GPFS and others of a cluster, and file systems that a
/// program serves (FUSE, 9p). False where it cannot be told.
bool isOnSharedDisk(const std::string& path);

/// Before the first access to a session: the connection locks the file for itself alone, and keeps the index
/// of a log in its own memory.
Result<void> lockAlone(const Database& database);

} // namespace hareloom
