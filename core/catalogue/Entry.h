// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// One file as it is published. Its content is pinned: whatever server sends it, other bytes are refused.
struct CatalogueFile
{
    std::string name;       // its path below the entry's folder, and below each mirror
    std::int64_t bytes = 0; // exactly
    std::string sha256;     // 64 hexadecimal digits, lower case
};

/// Where an entry lies on a Hugging Face endpoint; no repository: elsewhere.
struct HubPlace
{
    std::string repository; // "facebook/opt-125m"
    bool isDataset = false; // else a model
    std::string revision;   // a commit (40 hexadecimal digits): a branch may move
};

/// Something that can be fetched once and is used offline afterwards.
struct CatalogueEntry
{
    std::string id;                   // "mnist": names it on the command line and its folder
    std::string title;                // "MNIST"
    std::string summary;              // one sentence
    std::string licence;              // as those who publish it name it
    std::string credit;               // who made it
    std::string page;                 // where to read about it
    std::vector<std::string> mirrors; // addresses that end with '/', tried in this order; none with a hub
    HubPlace hub;
    std::vector<CatalogueFile> files;
    /// Names of what is taken out of files[0], then a zip archive; its hash vouches for them.
    std::vector<std::string> unpacked;

    bool isOnHub() const { return !hub.repository.empty(); }
    std::int64_t bytes() const;
};

/// Every entry, in the order in which lists show them.
std::span<const CatalogueEntry> catalogueEntries();
/// Null when there is none of this id.
const CatalogueEntry* findCatalogueEntry(std::string_view id);

/// "11.6 MB": decimal units, as downloads are measured.
std::string sizeText(std::int64_t bytes);

} // namespace hareloom
