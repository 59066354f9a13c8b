// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"
#include "core/catalogue/Entry.h"

#include <chrono>
#include <functional>

namespace hareloom {

struct FetchProgress
{
    std::string file;
    std::int64_t doneBytes = 0, totalBytes = 0; // of the whole entry
    bool isChecking = false;                    // the hash is being taken
};

struct FetchOptions
{
    StopToken stop;
    std::function<void(const FetchProgress&)> onProgress; // by the caller's thread; may be empty
    std::chrono::milliseconds stallAfter{30'000};         // without a byte
    std::chrono::milliseconds slowFor{60'000};            // with fewer bytes than the next line says
    std::int64_t leastBytesASecond = 1000;
    std::chrono::milliseconds retryAfter{500};            // doubled with every try
    int tries = 4; // of one address, as long as each stops where the last did; more while bytes come
};

/// Fetches what an entry lacks, and checks what is there: a file that has its name has its published hash.
/// Unfinished files are kept and gone on with, by another address if need be. Blocks; needs no network when
/// everything is there. Errors: Stopped, System (network, disk; what has arrived is kept), InvalidFile (no
/// server has the published bytes), Unsupported ($HF_HUB_OFFLINE).
Result<void> fetchEntry(const CatalogueEntry& entry, const FetchOptions& options);

} // namespace hareloom
