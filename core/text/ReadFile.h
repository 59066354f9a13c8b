// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hareloom {

/// All bytes of a regular file of at most `most` bytes; its size is looked at before memory is taken. Errors:
/// InvalidFile naming the path (none there, a folder, too large), System (no permission, no memory).
Result<std::string> readWholeFile(const std::string& path, std::int64_t most);

/// A file's name within a folder, and its content.
struct NamedText
{
    std::string name, content;
};

/// Writes the files into `folder`, which is made when it is not there; each is written beside its place, then
/// renamed, so that a reader sees the old or the new one. Errors: System naming the path.
Result<void> writeIntoFolder(const std::string& folder, const std::vector<NamedText>& files);

} // namespace hareloom
