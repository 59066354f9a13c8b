// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/SweepPlan.h"

#include <functional>
#include <string>
#include <vector>

namespace hareloom {

/// Chains of one point: replicates first to last.
struct ChainRange
{
    std::int64_t point = 0, first = 0, last = 0;

    std::int64_t chains() const { return last - first + 1; }
    bool operator==(const ChainRange&) const = default;
};

/// What one job of a cluster runs.
using SweepTask = std::vector<ChainRange>;

/// The chains that `isWanted` names, in their order, packed into tasks of about `seconds` each, and at most
/// `mostTasks`: then the tasks are longer. `secondsOf`: of one chain, by point; where it is not known, each
/// chain is a task of its own. A chain is never parted, so that a task may be longer.
std::vector<SweepTask>
packTasks(const SweepPlan& plan,
          const std::function<bool(std::int64_t point, std::int64_t replicate)>& isWanted,
          const std::vector<double>& secondsOf, double seconds, std::size_t mostTasks);

/// What a task takes, as `secondsOf` says.
double secondsOfTask(const SweepTask& task, const std::vector<double>& secondsOf);

/// A task as a line of text: "1f0a...:0-99 2b3c...:0-9", points by their ids.
std::string taskLine(const SweepPlan& plan, const SweepTask& task);

/// Reads a line back. Points that the sweep no longer has are left out. Errors: InvalidFile (it is no such
/// line).
Result<SweepTask> readTask(const SweepPlan& plan, const std::string& line);

} // namespace hareloom
