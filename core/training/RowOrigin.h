// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace hareloom {

enum class Origin : std::uint8_t { Real, Fresh, Synthetic };

/// Rows that follow one another in a training set and have come the same way.
struct OriginRun
{
    std::int64_t rows = 0;
    Origin origin = Origin::Real;
    int generatedBy = -1;      // the generation whose model made synthetic rows; else -1
    bool fromPrevious = false; // taken from what the generation before was fitted on (policy.betaPrevious)
};

/// The runs of the rows at the ascending `picks` of rows that have these runs.
inline std::vector<OriginRun> pickedRuns(std::span<const OriginRun> runs, std::span<const std::int64_t> picks)
{
    std::vector<OriginRun> picked;
    std::size_t next = 0;
    std::int64_t end = 0;
    for (OriginRun run : runs) {
        end += run.rows;
        for (run.rows = 0; next < picks.size() && picks[next] < end; ++next)
            ++run.rows;
        if (run.rows > 0)
            picked.push_back(run);
    }
    return picked;
}

inline std::int64_t rowsOf(std::span<const OriginRun> runs, Origin origin)
{
    std::int64_t rows = 0;
    for (const OriginRun& run : runs)
        rows += run.origin == origin ? run.rows : 0;
    return rows;
}

} // namespace hareloom
