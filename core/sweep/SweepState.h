// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/SweepResults.h"

#include <string>
#include <vector>

namespace hareloom {

/// A point of which not all chains are done.
struct PointState
{
    std::int64_t point = 0;
    std::int64_t done = 0, failed = 0, missing = 0; // chains
    std::string reason;                             // why the first of the failed chains failed
};

struct SweepState
{
    std::int64_t points = 0, chains = 0, done = 0, failed = 0, missing = 0;
    std::vector<PointState> open;      // in the order of the points
    std::vector<std::string> problems; // files of results that cannot be read

    /// "75 points, 7500 chains: 7480 done, 10 failed, 10 missing."
    std::string sentence() const;
};

/// Points that are the same as an earlier one are not counted again.
SweepState stateOf(const SweepPlan& plan, const SweepResults& results);

/// "point 3 (policy.realShare 0.1): 90 of 100 chains done, 10 failed: the reason"
std::string lineOf(const SweepPlan& plan, const PointState& state);

} // namespace hareloom
