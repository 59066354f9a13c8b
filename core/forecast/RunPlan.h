// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forecast/NetworkNeeds.h"

namespace hareloom {

/// A language experiment's text, in tokens.
struct TextAmounts
{
    std::int64_t blockTokens = 0, validationTokens = 0, testTokens = 0;
};

/// One variant's generations in numbers, without running them.
class RunPlan
{
public:
    /// Opens the source; asks what a network needs on `device`. Errors: of both.
    static Result<RunPlan> make(const Experiment& variant, const std::string& device);
    /// Counts generations alone. `tableRows`: of a source that is a table.
    RunPlan(Experiment variant, std::int64_t tableRows);

    const Experiment& variant() const { return m_variant; }
    std::int64_t generations() const { return std::ssize(m_fitRows); } // generation 0 included
    std::int64_t fitRows(std::int64_t generation) const
    {
        return m_fitRows[static_cast<std::size_t>(generation)];
    }
    double allRows() const;
    std::int64_t largest() const;

    /// What a generation costs beside the others, in rows.
    double work(std::int64_t generation) const;
    double allWork() const;

    /// Bytes in memory while a generation is fitted. Rows of gaussian and discrete fits are streamed; the
    /// other families hold them, a mixture with the share of each component in each row.
    double fitBytes() const;
    /// Bytes of a session's snapshots and of the weights beside it. A kernel density keeps its rows, a
    /// language model its text; the other models do not grow. `measured`: of one snapshot, 0 when none was
    /// finished.
    double snapshotBytes(double measured) const;

    const NetworkMemory& networkMemory() const { return m_needs.memory; } // zeros without a network
    const TextAmounts& text() const { return m_text; }                    // zeros without text

private:
    double keptNetworks() const;
    bool isNetwork() const { return m_needs.checkpointBytes > 0; }

    Experiment m_variant;
    int m_dimension = 1;
    TextAmounts m_text;
    NetworkNeeds m_needs;
    std::vector<std::int64_t> m_fitRows; // by generation
};

} // namespace hareloom
