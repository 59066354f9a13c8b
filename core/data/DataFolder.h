// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// The one rule for what counts in a folder of somebody's data, for the engine and the window alike. What
/// programs leave there for themselves is not there: names that begin with a dot (thumbnails, checkpoints,
/// drafts, the "._x" of macOS beside each "x"), __MACOSX and its like.
bool isDataName(std::string_view name);

/// The endings of names, with their dot and in lower case; letters of a name count in any case.
using Endings = std::span<const std::string_view>;
bool endsIn(std::string_view name, Endings endings);

/// What counts, in the order of the names.
struct DataFolder
{
    std::vector<std::filesystem::path> files;   // regular, or links to such, with one of the endings
    std::vector<std::filesystem::path> folders; // all that count, whatever is in them
};

/// Errors: InvalidFile naming the folder (none there, a file, no permission).
Result<DataFolder> readDataFolder(const std::filesystem::path& folder, Endings endings);

} // namespace hareloom
