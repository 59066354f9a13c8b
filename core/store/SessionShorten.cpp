// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionWriter.h"
#include "core/store/StoredLinks.h"

#include <algorithm>

namespace hareloom {

namespace {

struct Row
{
    int first = 0, count = 0;
    std::vector<std::uint8_t> body;
    Digest digest{};
};

/// The blocks of a chain that hold generations from `from` on.
Result<std::vector<Row>> rowsFrom(const Database& database, ChainIndex chain, int from)
{
    Result<Statement> read = database.prepare(
        "SELECT place, count, body, digest FROM blocks WHERE place BETWEEN ?1 AND ?2 ORDER BY place");
    if (!read)
        return read.error();
    read->bind(1, placeNumber(chain, 0));
    read->bind(2, placeNumber(chain + 1, 0) - 1);
    std::vector<Row> rows;
    for (;;) {
        const Result<bool> row = read->step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        const auto body = read->blob(2), digest = read->blob(3);
        Row found{static_cast<int>(read->integer(0) - placeNumber(chain, 0)),
                  static_cast<int>(read->integer(1)),
                  {body.begin(), body.end()},
                  {}};
        std::copy_n(digest.begin(), std::min(digest.size(), found.digest.size()), found.digest.begin());
        if (found.first + found.count > from)
            rows.push_back(std::move(found));
    }
}

} // namespace

Result<void> SessionWriter::shorten(ChainIndex chain, int count)
{
    for (ChainIndex branch = chain + 1; branch < std::ssize(m_ends); ++branch)
        if (m_plan.parentOf(branch) == chain && m_plan.firstOwn(branch) > count &&
            m_ends[static_cast<std::size_t>(branch)] > 0)
            if (Result<void> done = shorten(branch, m_plan.firstOwn(branch)); !done)
                return done;
    Result<void> done = commit().and_then([this] { return begin(); });
    Result<std::vector<Row>> rows =
        done ? rowsFrom(m_database, chain, count) : Result<std::vector<Row>>(done.error());
    if (!rows)
        return undo(rows.error());
    const std::string sql = "DELETE FROM lastSnapshots WHERE chain = " + std::to_string(chain) +
                            "; DELETE FROM blocks WHERE place BETWEEN " +
                            std::to_string(placeNumber(chain, rows->empty() ? count : rows->front().first)) +
                            " AND " + std::to_string(placeNumber(chain + 1, 0) - 1);
    done = m_database.execute(sql.c_str());
    for (const Row& row : *rows) {
        m_generations -= row.count;
        mixInto(m_sum, row.digest);
        if (done && row.first < count)
            done = rewrite(chain, row.first, count - row.first, row.body);
    }
    done = done.and_then([this] { return writeTotals(); }).and_then([this] {
        return m_database.execute("COMMIT");
    });
    if (!done)
        return undo(done.error());
    m_ends[static_cast<std::size_t>(chain)] = count > m_plan.firstOwn(chain) ? count : 0;
    return {};
}

/// The first `count` generations of a block, as one of their own.
Result<void> SessionWriter::rewrite(ChainIndex chain, int first, int count,
                                    std::span<const std::uint8_t> body)
{
    BlockReader reader(body, m_metrics, m_plan.familyOf(chain));
    BlockWriter kept;
    for (int index = first; index < first + count; ++index) {
        Generation generation;
        generation.chain = chain;
        generation.index = index;
        generation.seed = m_plan.seedOf(chain, index);
        const Result<RecordExtras> extras = reader.next(generation, true);
        if (!extras)
            return extras.error();
        kept.add(generation, m_plan.seedOf(chain, index), generation.snapshot.get(), extras->weightsDigest,
                 m_metrics);
    }
    return insertBlock(chain, first, count, kept.bytes());
}

} // namespace hareloom
