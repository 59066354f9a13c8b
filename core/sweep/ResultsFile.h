// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"
#include "core/store/WriterLock.h"
#include "core/sweep/SweepRun.h"
#include "core/sweep/UnderWay.h"

#include <chrono>
#include <optional>
#include <set>

namespace hareloom {

/// Who wrote a file of results, on what.
struct ResultsMaker
{
    std::string version; // of this program
    std::string device;  // as a session's provenance has it
};

/// What the chains of a sweep measured, written by one process: an SQLite file with a row for each chain
/// (docs/sweeps.md). It keeps a rollback journal, because folders that several computers share give processes
/// no common memory. Killed at any moment it holds every chain but those of the last kCommitInterval.
class ResultsFile final : public SweepObserver
{
public:
    static constexpr std::chrono::milliseconds kCommitInterval{500};

    /// Makes the file, or goes on with it. `plan` outlives it. Errors: InvalidFile (a file of another kind),
    /// System (another process is writing to it).
    static Result<std::unique_ptr<ResultsFile>> open(const std::string& path, const SweepPlan& plan,
                                                     const ResultsMaker& maker,
                                                     SweepObserver* next = nullptr);
    /// Commits, as well as it can.
    ~ResultsFile() override;

    /// Writes the chain, and hands it to `next`. Errors: System (disk full).
    Result<void> onChain(const ChainValuesPtr& values) override;
    Result<void> onFailed(std::int64_t point, std::int64_t replicate, const Error& why) override;
    Result<void> onKept() override { return commit(); }
    /// For SweepOptions::onBegun.
    void noteBegun(int worker, std::int64_t point, std::int64_t replicate);
    /// Makes what was heard safe. Waits for those who read the file. Errors: System.
    Result<void> commit();

private:
    ResultsFile(const SweepPlan& plan, WriterLock lock, std::unique_ptr<Database> database,
                SweepObserver* next)
        : m_plan(plan), m_next(next), m_lock(std::move(lock)), m_database(std::move(database))
    {
    }
    Result<void> prepare(const ResultsMaker& maker);
    Result<void> begin();
    Result<void> notePoint(std::int64_t point);
    Result<void> putFailure(std::int64_t point, std::int64_t replicate, const std::string& why);
    Result<void> noteKilled(const std::vector<ChainName>& chains);
    Result<void> commitWhenDue();

    using Clock = std::chrono::steady_clock;

    const SweepPlan& m_plan;
    SweepObserver* m_next;
    WriterLock m_lock; // before the database, which is closed first
    std::unique_ptr<Database> m_database;
    Statement m_putPoint, m_putChain, m_putFailure, m_dropFailure;
    std::optional<UnderWay> m_underWay;
    std::set<std::int64_t> m_noted; // points whose settings are in the file
    Clock::time_point m_lastCommit = Clock::now();
};

/// "SwpR" in the SQLite header at byte 68.
inline constexpr std::uint32_t kResultsApplicationId = 0x53777052;
inline constexpr int kResultsVersion = 1; // user_version

/// The refusal of a file of results that cannot be used, for the reason `what`.
Error damagedResults(const std::string& path, const std::string& what);

/// The same where the database says so; any other reason, as a disk that fails, stays.
Error unreadableResults(const std::string& path, const Error& why);

/// A check of a chain's row: of everything that the row says.
std::int64_t rowDigest(const std::string& id, std::int64_t replicate, const std::string& metrics,
                       const std::string& note, std::span<const std::uint8_t> body);

} // namespace hareloom
