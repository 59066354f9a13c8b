// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"
#include "core/sweep/SweepFolder.h"
#include "core/sweep/SweepRun.h"

#include <map>
#include <string>
#include <vector>

namespace hareloom {

/// What of a sweep is there, in all of its files of results: which chains are done, which have failed and
/// why. Eight bytes a chain are held; values are read when they are asked for.
class SweepResults
{
public:
    /// Looks through the folder's files. A file that cannot be read is left out; problems() says so. `plan`
    /// outlives this. Errors: System.
    static Result<SweepResults> read(const SweepFolder& folder, const SweepPlan& plan);

    /// Of points that are the same, the first is the one that is to run.
    bool isDone(std::int64_t point, std::int64_t replicate) const
    {
        return m_fileOf[placeOf(point, replicate)] >= 0;
    }
    std::int64_t done() const { return m_done; }
    /// Why a chain that is not done has failed; empty where it has not.
    const std::string& failureOf(std::int64_t point, std::int64_t replicate) const;
    /// Errors: InvalidFile (the row is damaged, or the chain is not done).
    Result<ChainValuesPtr> values(std::int64_t point, std::int64_t replicate);
    /// All that was measured: in the order of the points and replicates where each was first, so that it does
    /// not depend on which file they lie in.
    std::vector<MetricName> metrics() const;
    /// Files that cannot be read, a sentence each.
    const std::vector<std::string>& problems() const { return m_problems; }

private:
    struct Open
    {
        std::unique_ptr<Database> database;
        Statement get;
    };

    explicit SweepResults(const SweepPlan& plan);
    Result<void> addFile(const std::string& path);
    void addKilled(const std::string& path);
    Result<Open*> opened(std::int32_t file);
    /// Points that are the same share their chains.
    std::size_t placeOf(std::int64_t point, std::int64_t replicate) const
    {
        return static_cast<std::size_t>(m_plan->firstLike(point) * m_plan->replicates() + replicate);
    }

    const SweepPlan* m_plan;
    std::vector<std::int32_t> m_fileOf;            // of each place (placeOf()): in m_files; -1: not done
    std::map<std::size_t, std::string> m_failures; // by place
    std::map<std::string, std::size_t> m_metrics;  // as rows have them: the first place
    std::vector<std::string> m_files;
    std::map<std::int32_t, Open> m_open; // a few of them: a task's points are read one after another
    std::vector<std::string> m_problems;
    std::int64_t m_done = 0;
};

} // namespace hareloom
