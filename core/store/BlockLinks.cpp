// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockTable.h"
#include "core/store/StoredLinks.h"

#include <algorithm>

namespace hareloom {

namespace {

constexpr std::int64_t kMostInBlock = 1 << 20;

class BlockLinks final : public StoredLinks
{
public:
    BlockLinks(LinkContext context, Statement rows, Statement last)
        : m_context(std::move(context)), m_rows(std::move(rows)), m_last(std::move(last))
    {
    }

    Result<std::optional<StoredLink>> next() override
    {
        for (;;) {
            if (m_reader && m_next < m_end) {
                std::optional<StoredLink> link = nextInBlock();
                if (link)
                    return link;
                continue;
            }
            const Result<bool> row = m_rows.step();
            if (!row)
                return row.error();
            if (!*row)
                return std::optional<StoredLink>();
            // A file may point to the same page again and again: such rows would have no end.
            if (m_lastPlace && *m_lastPlace >= m_rows.integer(0))
                return invalidFile("its table of blocks is out of order");
            m_lastPlace = m_rows.integer(0);
            if (std::optional<StoredLink> problem = openBlock())
                return problem;
        }
    }

private:
    std::optional<StoredLink> brokenFrom(int first, const std::string& problem)
    {
        m_reader.reset();
        StoredLink link;
        link.chain = m_chain;
        link.index = m_end - 1;
        link.count = m_end - first;
        link.problem = placeOf(m_chain, first) +
                       (link.count > 1 ? " to " + std::to_string(link.index) : std::string()) + ": " +
                       problem;
        return link;
    }

    /// Nothing when all is well.
    std::optional<StoredLink> openBlock()
    {
        const std::int64_t place = m_rows.integer(0), count = m_rows.integer(1);
        const std::int64_t chain = place >> kIndexBits, first = place & ((std::int64_t{1} << kIndexBits) - 1);
        m_reader.reset();
        m_chain = static_cast<ChainIndex>(std::clamp<std::int64_t>(chain, 0, 1 << 30));
        m_next = m_end = static_cast<int>(std::clamp<std::int64_t>(first, 0, 1 << 30));
        ++m_end;
        if (!m_rows.isInteger(1) || count < 1 || count > kMostInBlock)
            return brokenFrom(m_next, "the block that holds it is damaged");
        for (const std::int64_t index : {first, first + count - 1})
            if (const std::string problem = outOfRange(m_context.plan, chain, index); !problem.empty())
                return brokenFrom(m_next, problem);
        m_end = m_next + static_cast<int>(count);
        const auto body = m_rows.blob(2), digest = m_rows.blob(3);
        const Digest expected = blockDigest(m_context.plan, m_chain, m_next, static_cast<int>(count), body);
        if (!std::equal(expected.begin(), expected.end(), digest.begin(), digest.end()))
            return brokenFrom(m_next, "it is not what was written: its digest differs");
        m_reader.emplace(body, m_context.metrics, m_context.plan.familyOf(m_chain));
        return std::nullopt;
    }

    /// Nothing where it is not asked for.
    std::optional<StoredLink> nextInBlock()
    {
        const int index = m_next++;
        StoredLink link;
        link.chain = m_chain;
        link.index = index;
        auto generation = std::make_shared<Generation>();
        generation->chain = m_chain;
        generation->index = index;
        generation->seed = m_context.plan.seedOf(m_chain, index);
        const bool isWanted =
            !m_context.only || (index >= m_context.only->first && index <= m_context.only->last);
        const bool withModel = isWanted && m_context.wanted(m_chain, index) != Detail::Metrics;
        Result<RecordExtras> read = m_reader->next(*generation, withModel);
        if (!read)
            return brokenFrom(index, read.error().message);
        if (m_next == m_end && !m_reader->isAtEnd())
            return brokenFrom(index, "the block that holds it has bytes too many");
        if (!isWanted)
            return std::nullopt;
        link.extras = *std::move(read);
        link.generation = std::move(generation);
        if (!link.extras.hasSnapshot)
            findLast(link, withModel);
        if (m_context.only && index == m_context.only->last)
            m_next = m_end; // it is done
        return link;
    }

    /// Where snapshots are thinned out, that of a chain's last generation is kept by itself.
    void findLast(StoredLink& link, bool isWanted)
    {
        m_last.reset();
        m_last.bind(1, static_cast<std::int64_t>(link.chain));
        m_last.bind(2, static_cast<std::int64_t>(link.index));
        const Result<bool> row = m_last.step();
        if (!row || !*row)
            return;
        const auto body = m_last.blob(0), digest = m_last.blob(1);
        const Digest expected = blockDigest(m_context.plan, link.chain, link.index, 1, body);
        Result<SnapshotPtr> snapshot =
            std::equal(expected.begin(), expected.end(), digest.begin(), digest.end())
                ? isWanted ? unpackSnapshot(body, m_context.plan.familyOf(link.chain)) : SnapshotPtr()
                : Result<SnapshotPtr>(
                      invalidFile("its snapshot is not what was written: its digest differs"));
        link.extras.hasSnapshot = true;
        if (snapshot)
            link.generation->snapshot = *std::move(snapshot);
        else
            link.problem = placeOf(link.chain, link.index) + ": " + snapshot.error().message;
    }

    LinkContext m_context;
    Statement m_rows, m_last;
    std::optional<BlockReader> m_reader;
    std::optional<std::int64_t> m_lastPlace;
    ChainIndex m_chain = 0;
    int m_next = 0, m_end = 0;
};

} // namespace

Result<std::unique_ptr<StoredLinks>> readBlocks(LinkContext context)
{
    Result<Statement> rows = context.database.prepare(
        context.only ? "SELECT place, count, body, digest FROM blocks WHERE place BETWEEN "
                       "(SELECT max(place) FROM blocks WHERE place BETWEEN ?1 AND ?2) AND ?3 ORDER BY place"
                     : "SELECT place, count, body, digest FROM blocks ORDER BY place");
    if (!rows)
        return rows.error();
    Result<Statement> last =
        context.database.prepare("SELECT body, digest FROM lastSnapshots WHERE chain = ?1 AND idx = ?2");
    if (!last)
        return last.error();
    if (context.only) {
        rows->bind(1, placeNumber(context.only->chain, 0));
        rows->bind(2, placeNumber(context.only->chain, context.only->first));
        rows->bind(3, placeNumber(context.only->chain, context.only->last));
    }
    return std::unique_ptr<StoredLinks>(
        std::make_unique<BlockLinks>(std::move(context), *std::move(rows), *std::move(last)));
}

} // namespace hareloom
