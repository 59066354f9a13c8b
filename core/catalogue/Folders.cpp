// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Folders.h"

#include "core/base/Text.h"

#include <cstdlib>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// $NAME, else `otherwise` below the user's folder. A relative $XDG_... is to be ignored, says its
/// specification.
fs::path userFolder(const char* name, const char* otherwise)
{
    const fs::path given = environment(name);
    if (given.is_absolute())
        return given;
    const std::string home = environment("HOME");
    return fs::path(home.empty() ? "/" : home) / otherwise;
}

std::string withSlash(std::string address)
{
    if (!address.ends_with('/'))
        address += '/';
    return address;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

} // namespace

fs::path catalogueFolder()
{
    return userFolder("XDG_DATA_HOME", ".local/share") / "hareloom" / "catalogue";
}

fs::path hubCacheFolder()
{
    if (const std::string cache = environment("HF_HUB_CACHE"); !cache.empty())
        return cache;
    if (const std::string home = environment("HF_HOME"); !home.empty())
        return fs::path(home) / "hub";
    return userFolder("XDG_CACHE_HOME", ".cache") / "huggingface" / "hub";
}

fs::path folderOf(const CatalogueEntry& entry)
{
    if (!entry.isOnHub())
        return catalogueFolder() / entry.id;
    const std::string kind = entry.hub.isDataset ? "datasets--" : "models--";
    return hubCacheFolder() / (kind + replaced(entry.hub.repository, "/", "--")) / "snapshots" /
           entry.hub.revision;
}

std::vector<std::string> addressesOf(const CatalogueEntry& entry, const CatalogueFile& file)
{
    if (entry.isOnHub()) {
        const std::string given = environment("HF_ENDPOINT");
        return {withSlash(given.empty() ? "https://huggingface.co" : given) +
                (entry.hub.isDataset ? "datasets/" : "") + entry.hub.repository + "/resolve/" +
                entry.hub.revision + "/" + file.name};
    }
    if (const std::string mirror = environment("HARELOOM_CATALOGUE_MIRROR"); !mirror.empty())
        return {withSlash(mirror) + entry.id + "/" + file.name};
    std::vector<std::string> addresses;
    for (const std::string& mirror : entry.mirrors)
        addresses.push_back(withSlash(mirror) + file.name);
    return addresses;
}

std::string shownAddress(const std::string& address)
{
    const std::size_t scheme = address.find("://"), begin = scheme == std::string::npos ? 0 : scheme + 3;
    const std::size_t end = address.find_first_of("/?#", begin);
    const std::size_t at = std::string_view(address).substr(0, end).rfind('@');
    return at == std::string::npos || at < begin ? address
                                                 : address.substr(0, begin) + address.substr(at + 1);
}

bool isHubOffline()
{
    const std::string value = lowerAscii(environment("HF_HUB_OFFLINE"));
    return value == "1" || value == "on" || value == "yes" || value == "true";
}

} // namespace hareloom
