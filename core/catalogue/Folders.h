// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Entry.h"

#include <filesystem>

namespace hareloom {

/// Where entries are kept: $XDG_DATA_HOME/hareloom/catalogue, else ~/.local/share/hareloom/catalogue. Read
/// from the environment each time; any thread that does not change the environment meanwhile.
std::filesystem::path catalogueFolder();

/// Where Hugging Face's own programs keep what they fetched: $HF_HUB_CACHE, else $HF_HOME/hub, else
/// $XDG_CACHE_HOME/huggingface/hub, else ~/.cache/huggingface/hub.
std::filesystem::path hubCacheFolder();

/// Where an entry's files are or will be: catalogueFolder()/id, or on a hub the revision's folder in the
/// layout of hubCacheFolder(), so that each finds what the other fetched:
/// models--facebook--opt-125m/snapshots/REVISION.
std::filesystem::path folderOf(const CatalogueEntry& entry);

/// Where a file can be fetched, in the order in which to try. $HARELOOM_CATALOGUE_MIRROR, where it is set,
/// stands for all of an entry's mirrors (MIRROR/mnist/FILE); $HF_ENDPOINT for https://huggingface.co.
std::vector<std::string> addressesOf(const CatalogueEntry& entry, const CatalogueFile& file);

/// The address as people may see it: without a name and a password, which it may have in front of the server.
std::string shownAddress(const std::string& address);

/// $HF_HUB_OFFLINE is set to 1, on, yes or true: nothing is fetched from a hub.
bool isHubOffline();

} // namespace hareloom
