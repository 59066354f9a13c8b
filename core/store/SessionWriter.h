// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/BlockTable.h"
#include "core/store/Checkpoints.h"
#include "core/store/Database.h"
#include "core/store/WholeChains.h"

#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace hareloom {

/// Writes generations to the blocks of a session: what comes of a chain between two commits is one block, or
/// several of about kBlockBytes. In memory until then, a few megabytes in all.
class SessionWriter
{
public:
    static constexpr std::size_t kBlockBytes = 64 << 10, kPendingBytes = 4 << 20;
    static constexpr int kBlockGenerations = 4096;

    /// All outlive it. Errors: InvalidFile (what is there is damaged), System.
    static Result<std::unique_ptr<SessionWriter>> make(const Database& database, const ChainPlan& plan,
                                                       MetricTable& metrics, Checkpoints& checkpoints);

    /// A generation that a branch shares with another chain is there with that one, and is not written again.
    /// Errors: InvalidInput (the session holds this generation, or lacks the one before it), System. After
    /// System everything since the last commit is undone.
    Result<void> append(const Generation& generation);
    Result<void> commit();
    /// Takes the generations from `count` on off a chain, and all that branches have that begin after them;
    /// they are made again. Commits. Errors: System, InvalidFile.
    Result<void> shorten(ChainIndex chain, int count);

    /// Generations of each chain, by its number; see wholeLengths().
    std::vector<int> lengths() const { return wholeLengths(m_plan, m_ends); }

private:
    SessionWriter(const Database& database, const ChainPlan& plan, MetricTable& metrics,
                  Checkpoints& checkpoints)
        : m_database(database), m_plan(plan), m_metrics(metrics), m_checkpoints(checkpoints)
    {
    }

    struct Open // a block that is being filled
    {
        int first = 0;
        std::unique_ptr<BlockWriter> block;
    };

    Result<void> prepare();
    Result<void> readState();
    Result<void> begin();
    Result<void> flush(ChainIndex chain, Open& open);
    Result<void> flushAll();
    Result<void> insertBlock(ChainIndex chain, int first, int count, std::span<const std::uint8_t> body);
    Result<void> rewrite(ChainIndex chain, int first, int count, std::span<const std::uint8_t> body);
    Result<void> writeNames();
    Result<void> writeLastSnapshots();
    Result<void> writeTotals();
    Result<void> write(const Generation& generation);
    Error undo(const Error& cause);
    int lengthOf(ChainIndex chain) const;
    Open& openFor(ChainIndex chain, int index);

    const Database& m_database;
    const ChainPlan& m_plan;
    MetricTable& m_metrics;
    Checkpoints& m_checkpoints;
    Statement m_insertBlock, m_insertName, m_putLast, m_dropLast, m_putTotal;
    std::vector<int> m_ends; // of each chain's blocks
    std::unordered_map<ChainIndex, Open> m_open;
    std::vector<std::unique_ptr<BlockWriter>> m_spare;
    std::map<ChainIndex, std::pair<int, SnapshotPtr>> m_last; // null: the record itself has it
    std::size_t m_pending = 0;                                // bytes in open blocks
    std::size_t m_namesWritten = 0;
    std::int64_t m_generations = 0; // in the blocks that are written
    Digest m_sum{};                 // of all their digests
};

/// Where the blocks of each chain end, by the chain's number; 0 where there are none. Errors: InvalidFile (a
/// chain with a gap, one that the experiment does not have, a branch without what it branches from), System.
Result<std::vector<int>> lengthsInBlocks(const Database& database, const ChainPlan& plan);
Result<std::vector<int>> lengthsInOldTables(const Database& database, const ChainPlan& plan);

} // namespace hareloom
