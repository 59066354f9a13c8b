// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"
#include "core/store/GenerationBlock.h"

#include <string_view>

namespace hareloom {

/// What a session's table `recorded` says: how many there must be of something, and the digest of all of it.
/// So verify() notices what is missing altogether, too.
struct Total
{
    std::int64_t count = 0;
    Digest digest{};
};

inline constexpr std::string_view kMetaTotal = "meta", kNamesTotal = "metricNames",
                                  kBlocksTotal = "generations";

/// None where the table has no such row. Errors: InvalidFile (a digest of another length).
Result<Total> readTotal(const Database& database, std::string_view what);
/// `put`: INSERT OR REPLACE INTO recorded VALUES (?1, ?2, ?3).
Result<void> putTotal(Statement& put, std::string_view what, const Total& total);

/// Of the rows of `meta`, as they are.
Result<Total> metaTotal(const Database& database);
/// Writes that total, after a row has changed.
Result<void> putMetaTotal(const Database& database);

} // namespace hareloom
