// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// All bytes of a regular file of at most `most` bytes; its size is looked at before memory is taken. Errors:
/// InvalidFile naming the path (none there, a folder, too large, a pointer), System (no permission, no
/// memory).
Result<std::string> readWholeFile(const std::string& path, std::int64_t most);

/// The refusal of a file that only stands for another one: Git LFS leaves such pointers where the files were
/// not fetched. Nothing for any other file. `beginning`: 100 bytes of the file, or more.
std::optional<Error> refusalOfPointer(const std::string& path, std::string_view beginning);

/// A file's name within a folder, and its content.
struct NamedText
{
    std::string name, content;
};

/// Writes the files into `folder`, which is made when it is not there, each by writeFileAtomically(). Errors:
/// System naming the path.
Result<void> writeIntoFolder(const std::string& folder, const std::vector<NamedText>& files);

} // namespace hareloom
