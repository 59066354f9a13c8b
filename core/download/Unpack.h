// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"

#include <string>
#include <vector>

namespace hareloom {

/// Writes the files of a zip archive that have these names, without the archive's folders, into `folder`,
/// each whole and with the archive's checksum or not at all; what is already there stays. Errors: Stopped,
/// InvalidFile (no zip, a name that is not in it, damaged), System (disk).
Result<void> unpack(const std::string& archive, const std::vector<std::string>& names,
                    const std::string& folder, const StopToken& stop);

} // namespace hareloom
