// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionWriter.h"

#include "core/store/Recorded.h"
#include "core/store/StoredLinks.h"

#include <algorithm>

namespace hareloom {

Result<std::unique_ptr<SessionWriter>> SessionWriter::make(const Database& database, const ChainPlan& plan,
                                                           MetricTable& metrics, Checkpoints& checkpoints)
{
    std::unique_ptr<SessionWriter> writer(new SessionWriter(database, plan, metrics, checkpoints));
    if (Result<void> prepared = writer->prepare(); !prepared)
        return prepared.error();
    return writer;
}

Result<void> SessionWriter::prepare()
{
    const std::pair<Statement*, const char*> statements[] = {
        {&m_insertBlock, "INSERT INTO blocks VALUES (?1, ?2, ?3, ?4)"},
        {&m_insertName, "INSERT INTO metricNames VALUES (?1, ?2)"},
        {&m_putLast, "INSERT OR REPLACE INTO lastSnapshots VALUES (?1, ?2, ?3, ?4)"},
        {&m_dropLast, "DELETE FROM lastSnapshots WHERE chain = ?1"},
        {&m_putTotal, "INSERT OR REPLACE INTO recorded VALUES (?1, ?2, ?3)"}};
    for (const auto& [target, sql] : statements) {
        Result<Statement> statement = m_database.prepare(sql);
        if (!statement)
            return statement.error();
        *target = std::move(statement).value();
    }
    return readState();
}

Result<void> SessionWriter::readState()
{
    Result<std::vector<int>> lengths = lengthsInBlocks(m_database, m_plan);
    if (!lengths)
        return lengths.error();
    m_ends = *std::move(lengths);
    const Result<Total> total = readTotal(m_database, kBlocksTotal);
    if (!total)
        return total.error();
    m_generations = total->count;
    m_sum = total->digest;
    std::int64_t found = 0;
    for (std::size_t chain = 0; chain < m_ends.size(); ++chain)
        if (m_ends[chain] > 0)
            found += m_ends[chain] - m_plan.firstOwn(static_cast<ChainIndex>(chain));
    if (found != m_generations)
        return invalidFile(m_database.path() + ": the session is damaged (some of its generations are missing); "
                                               "'hareloom-cli verify' lists what is wrong.");
    m_namesWritten = m_metrics.names().size();
    return {};
}

Result<void> SessionWriter::begin()
{
    return m_database.inTransaction() ? Result<void>{} : m_database.execute("BEGIN IMMEDIATE");
}

Error SessionWriter::undo(const Error& cause)
{
    m_database.rollBack();
    m_open.clear();
    m_last.clear();
    m_pending = 0;
    m_metrics.truncate(m_namesWritten);
    (void)readState();
    m_checkpoints.undone();
    return cause;
}

SessionWriter::Open& SessionWriter::openFor(ChainIndex chain, int index)
{
    Open& open = m_open[chain];
    if (open.block)
        return open;
    open.first = index;
    if (m_spare.empty()) {
        open.block = std::make_unique<BlockWriter>();
    } else {
        open.block = std::move(m_spare.back());
        m_spare.pop_back();
    }
    return open;
}

// As wholeLengths(), of one chain.
int SessionWriter::lengthOf(ChainIndex chain) const
{
    const auto c = static_cast<std::size_t>(chain);
    if (c < m_ends.size() && m_ends[c] > 0)
        return m_ends[c];
    const auto parent = m_plan.parentOf(chain);
    return parent ? std::min(m_plan.firstOwn(chain), lengthOf(*parent)) : 0;
}

Result<void> SessionWriter::append(const Generation& g)
{
    const std::string problem = outOfRange(m_plan, g.chain, g.index);
    if (!problem.empty())
        return invalidInput(m_database.path() + ": " + placeOf(g.chain, g.index) +
                            " is not recorded: " + problem + ".");
    const int next = lengthOf(g.chain);
    if (g.index < m_plan.firstOwn(g.chain)) // its parent's to write
        return {};
    if (g.index != next)
        return invalidInput(m_database.path() + ": " +
                            (g.index < next ? "the session already holds " + placeOf(g.chain, g.index)
                                            : "before " + placeOf(g.chain, g.index) +
                                                  " the session lacks generation " + std::to_string(next)) +
                            ".");
    Result<void> written = write(g);
    return written ? written : Result<void>(undo(written.error()));
}

Result<void> SessionWriter::write(const Generation& g)
{
    Result<std::string> weights = m_checkpoints.write(g);
    if (!weights)
        return weights.error();
    const bool isKept = m_plan.isSnapshotKept(g.chain, g.index);
    Open& open = openFor(g.chain, g.index);
    const std::size_t before = open.block->bytes().size();
    open.block->add(g, m_plan.seedOf(g.chain, g.index), isKept ? g.snapshot.get() : nullptr, *weights,
                    m_metrics);
    m_pending += open.block->bytes().size() - before;
    if (m_plan.thinsSnapshots(g.chain))
        m_last[g.chain] = {g.index, isKept ? nullptr : g.snapshot};
    if (m_ends.size() <= static_cast<std::size_t>(g.chain))
        m_ends.resize(static_cast<std::size_t>(g.chain) + 1);
    m_ends[static_cast<std::size_t>(g.chain)] = g.index + 1;
    if (open.block->bytes().size() >= kBlockBytes || open.block->count() >= kBlockGenerations)
        return flush(g.chain, open);
    return m_pending >= kPendingBytes ? flushAll() : Result<void>();
}

Result<void> SessionWriter::flush(ChainIndex chain, Open& open)
{
    if (!open.block || open.block->count() == 0)
        return {};
    if (Result<void> begun = begin(); !begun)
        return begun;
    if (Result<void> done = insertBlock(chain, open.first, open.block->count(), open.block->bytes()); !done)
        return done;
    constexpr std::size_t kSpares = 16;
    m_pending -= open.block->bytes().size();
    open.block->clear();
    if (m_spare.size() < kSpares)
        m_spare.push_back(std::move(open.block));
    open.block.reset();
    return {};
}

Result<void> SessionWriter::insertBlock(ChainIndex chain, int first, int count,
                                        std::span<const std::uint8_t> body)
{
    const Digest digest = blockDigest(m_plan, chain, first, count, body);
    m_insertBlock.bind(1, placeNumber(chain, first));
    m_insertBlock.bind(2, static_cast<std::int64_t>(count));
    m_insertBlock.bind(3, body);
    m_insertBlock.bind(4, std::span<const std::uint8_t>(digest));
    if (Result<void> done = m_insertBlock.run(); !done)
        return done;
    m_generations += count;
    mixInto(m_sum, digest);
    return {};
}

Result<void> SessionWriter::flushAll()
{
    for (auto& [chain, open] : m_open)
        if (Result<void> done = flush(chain, open); !done)
            return done;
    m_open.clear();
    return {};
}

Result<void> SessionWriter::writeNames()
{
    const auto& names = m_metrics.names();
    if (names.size() == m_namesWritten)
        return {};
    for (std::size_t i = m_namesWritten; i < names.size(); ++i) {
        m_insertName.bind(1, static_cast<std::int64_t>(i) + 1);
        m_insertName.bind(2, std::string_view(*names[i]));
        if (Result<void> done = m_insertName.run(); !done)
            return done;
    }
    return putTotal(m_putTotal, kNamesTotal, {std::ssize(names), namesDigest(m_metrics)});
}

Result<void> SessionWriter::writeLastSnapshots()
{
    for (const auto& [chain, last] : m_last) {
        const auto& [index, snapshot] = last;
        PackedWriter body;
        if (snapshot)
            packSnapshot(*snapshot, body);
        const Digest digest = blockDigest(m_plan, chain, index, 1, body.bytes());
        Statement& row = snapshot ? m_putLast : m_dropLast;
        row.bind(1, static_cast<std::int64_t>(chain));
        if (snapshot) {
            row.bind(2, static_cast<std::int64_t>(index));
            row.bind(3, body.bytes());
            row.bind(4, std::span<const std::uint8_t>(digest));
        }
        if (Result<void> done = row.run(); !done)
            return done;
    }
    return {};
}

Result<void> SessionWriter::writeTotals()
{
    return putTotal(m_putTotal, kBlocksTotal, {m_generations, m_sum});
}

Result<void> SessionWriter::commit()
{
    if (m_pending == 0 && !m_database.inTransaction())
        return {};
    Result<void> done = flushAll()
                            .and_then([this] { return begin(); })
                            .and_then([this] { return writeNames(); })
                            .and_then([this] { return writeLastSnapshots(); })
                            .and_then([this] { return writeTotals(); })
                            .and_then([this] { return m_database.execute("COMMIT"); });
    if (!done)
        return undo(done.error());
    m_last.clear();
    m_namesWritten = m_metrics.names().size();
    m_checkpoints.committed();
    return {};
}

} // namespace hareloom
