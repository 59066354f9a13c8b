// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Holdings.h"

#include "core/base/Text.h"
#include "core/catalogue/Folders.h"

#include <algorithm>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

/// -1 when there is no such file.
std::int64_t sizeOf(const fs::path& path)
{
    std::error_code missing;
    const auto size = fs::file_size(path, missing);
    return missing ? -1 : static_cast<std::int64_t>(size);
}

fs::path partOf(const fs::path& path)
{
    return path.string() + kPartSuffix;
}

} // namespace

Holding holdingOf(const CatalogueEntry& entry)
{
    Holding holding;
    std::size_t complete = 0;
    for (const CatalogueFile& file : entry.files) {
        const fs::path path = folderOf(entry) / file.name;
        if (sizeOf(path) == file.bytes) {
            ++complete;
            holding.bytes += file.bytes;
        } else if (const std::int64_t begun = sizeOf(partOf(path)); begun > 0)
            holding.bytes += begun;
    }
    const bool isUnpacked = std::all_of(entry.unpacked.begin(), entry.unpacked.end(), [&](const auto& name) {
        return sizeOf(folderOf(entry) / name) >= 0;
    });
    holding.state = complete == entry.files.size() && isUnpacked ? HoldingState::Present
                    : holding.bytes > 0                          ? HoldingState::Partial
                                                                 : HoldingState::Absent;
    return holding;
}

Result<std::string> heldFolder(std::string_view id, const std::string& wanted)
{
    const CatalogueEntry* entry = findCatalogueEntry(id);
    if (!entry)
        return invalidInput(wanted + ": " + inQuotes(id) + " is not in the catalogue.");
    const Holding holding = holdingOf(*entry);
    if (holding.state == HoldingState::Present)
        return folderOf(*entry).string();
    return invalidInput(wanted + ": found \"" + entry->id + "\", whose files are not " +
                        (holding.state == HoldingState::Partial ? "complete" : "on this machine") +
                        " yet; get them (" + sizeText(entry->bytes()) +
                        ") in the window under File, Catalogue, or with 'hareloom-cli catalogue get " +
                        entry->id + "'");
}

Result<std::string> localOrHeld(const std::string& path, const std::string& baseFolder,
                                const std::string& wanted)
{
    const fs::path local = fs::path(baseFolder) / path;
    std::error_code ignored;
    return fs::exists(local, ignored) || !findCatalogueEntry(path) ? Result<std::string>(local.string())
                                                                   : heldFolder(path, wanted);
}

Result<void> removeEntry(const CatalogueEntry& entry)
{
    const fs::path folder = folderOf(entry);
    std::vector<std::string> names = entry.unpacked;
    for (const CatalogueFile& file : entry.files)
        names.push_back(file.name);
    for (const std::string& name : names)
        for (const fs::path& path : {folder / name, partOf(folder / name)}) {
            std::error_code failure;
            fs::remove(path, failure);
            if (failure)
                return systemError(path.string() + ": cannot be removed: " + failure.message());
        }
    std::error_code notEmpty;
    fs::remove(folder, notEmpty);
    return {};
}

} // namespace hareloom
