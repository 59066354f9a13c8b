// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DataFolder.h"

#include "core/base/Text.h"

#include <algorithm>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

/// macOS's archives, Synology's thumbnails, and what lies at the top of a disk.
constexpr std::string_view kLeftBySystems[] = {"__MACOSX", "@eaDir", "lost+found",
                                               "System Volume Information", "$RECYCLE.BIN"};

Error cannotRead(const fs::path& folder, const std::error_code& failed)
{
    const std::string name = folder.string();
    if (failed == std::errc::permission_denied)
        return invalidFile(name +
                           ": you have no permission to read this folder; ask its owner, or take a copy");
    if (failed == std::errc::no_such_file_or_directory)
        return invalidFile(name + ": there is no such folder; check the name");
    if (failed == std::errc::not_a_directory)
        return invalidFile(name + ": this is a file; name the folder that it lies in");
    return invalidFile(name + ": this folder cannot be read: " + failed.message());
}

} // namespace

bool isDataName(std::string_view name)
{
    const auto& left = kLeftBySystems;
    return !name.empty() && !name.starts_with('.') &&
           std::find(std::begin(left), std::end(left), name) == std::end(left);
}

bool endsIn(std::string_view name, Endings endings)
{
    const std::string low = lowerAscii(name);
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return low.size() > ending.size() && low.ends_with(ending);
    });
}

Result<DataFolder> readDataFolder(const fs::path& folder, Endings endings)
{
    DataFolder found;
    std::error_code failed, ignored;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        if (!isDataName(name))
            continue;
        if (entry->is_directory(ignored))
            found.folders.push_back(entry->path());
        else if (endsIn(name, endings) && entry->is_regular_file(ignored))
            found.files.push_back(entry->path());
    }
    if (failed)
        return cannotRead(folder, failed);
    std::sort(found.files.begin(), found.files.end());
    std::sort(found.folders.begin(), found.folders.end());
    return found;
}

} // namespace hareloom
