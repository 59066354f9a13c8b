// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Recorded.h"

#include "core/catalogue/Sha256.h"
#include "core/store/PackedBytes.h"

#include <algorithm>

namespace hareloom {

Result<Total> readTotal(const Database& database, std::string_view what)
{
    Result<Statement> row = database.prepare("SELECT count, digest FROM recorded WHERE what = ?1");
    if (!row)
        return row.error();
    row->bind(1, what);
    const Result<bool> found = row->step();
    if (!found)
        return found.error();
    Total total;
    if (!*found)
        return total;
    total.count = row->integer(0);
    const auto digest = row->blob(1);
    if (digest.size() != total.digest.size())
        return invalidFile(database.path() +
                           ": the session is damaged (what it says of its own content is cut short); "
                           "fetch a whole copy of it.");
    std::copy(digest.begin(), digest.end(), total.digest.begin());
    return total;
}

Result<void> putTotal(Statement& put, std::string_view what, const Total& total)
{
    put.bind(1, what);
    put.bind(2, total.count);
    put.bind(3, std::span<const std::uint8_t>(total.digest));
    return put.run();
}

Result<Total> metaTotal(const Database& database)
{
    Total total;
    PackedWriter rows;
    const auto read =
        database.forEachRow("SELECT key, value FROM meta ORDER BY key LIMIT 1000", [&](const Statement& row) {
            rows.text(row.text(0));
            rows.text(row.text(1));
            ++total.count;
        });
    if (!read)
        return read.error();
    Sha256 hash;
    hash.add(rows.bytes());
    total.digest = hash.digest();
    return total;
}

Result<void> putMetaTotal(const Database& database)
{
    const Result<Total> total = metaTotal(database);
    if (!total)
        return total.error();
    return database.prepare("INSERT OR REPLACE INTO recorded VALUES (?1, ?2, ?3)")
        .and_then([&](Statement put) { return putTotal(put, kMetaTotal, *total); });
}

} // namespace hareloom
