// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"
#include "core/family/NetworkNeeds.h"
#include "core/family/Workload.h"

namespace hareloom {

/// One variant's generations in numbers, without running them.
class RunPlan
{
public:
    /// Opens the source; asks what a network needs on `device`. Errors: of both, Stopped.
    static Result<RunPlan> make(const Experiment& variant, const std::string& device,
                                const StopToken& stop = {});
    /// The same of a source that a run has opened. Errors: of what a network needs.
    static Result<RunPlan> make(const Experiment& variant, std::shared_ptr<const Source> source,
                                const std::string& device);
    /// Counts generations alone. `tableRows`: of a source that is a table.
    RunPlan(Experiment variant, std::int64_t tableRows);

    /// The generations before this one are another variant's, and cost nothing.
    void share(std::int64_t before) { m_shared = before; }

    const Experiment& variant() const { return m_variant; }
    /// Null where generations alone are counted.
    const std::shared_ptr<const Source>& source() const { return m_source; }
    const Family& family() const { return *m_family; }
    std::int64_t generations() const { return std::ssize(m_fitRows); } // generation 0 included
    std::int64_t fitRows(std::int64_t generation) const
    {
        return m_fitRows[static_cast<std::size_t>(generation)];
    }
    double allRows() const;
    std::int64_t largest() const;

    /// What a generation costs beside the others, in rows; 0 of one that is shared.
    double work(std::int64_t generation) const;
    double allWork() const;
    /// As families that keep a pace or a store of their own want it. The plan was made with its source.
    Workload workload() const { return {m_variant, *m_source, generations(), allRows()}; }

    /// Bytes in memory while a generation is fitted. Rows that a family reads in passing take none.
    double fitBytes() const;
    /// Bytes of a session's snapshots and of the weights beside it. `measured`: of one snapshot, 0 when none
    /// was finished.
    double snapshotBytes(double measured) const;

    const NetworkMemory& networkMemory() const { return m_needs.memory; } // zeros without a network

private:
    double keptNetworks() const;

    Experiment m_variant;
    const Family* m_family;
    std::shared_ptr<const Source> m_source; // null where generations alone are counted
    NetworkNeeds m_needs;
    std::vector<std::int64_t> m_fitRows, m_readRows; // by generation: what it learns from, what its fit looks at
    std::int64_t m_shared = 0;
};

} // namespace hareloom
