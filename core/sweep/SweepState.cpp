// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepState.h"

namespace hareloom {
namespace {

std::string counted(std::int64_t count, const std::string& one)
{
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

} // namespace

std::string SweepState::sentence() const
{
    std::string text =
        counted(points, "point") + ", " + counted(chains, "chain") + ": " + std::to_string(done) + " done";
    if (failed > 0)
        text += ", " + std::to_string(failed) + " failed";
    if (missing > 0)
        text += ", " + std::to_string(missing) + " missing";
    return text + ".";
}

SweepState stateOf(const SweepPlan& plan, const SweepResults& results)
{
    SweepState all;
    all.problems = results.problems();
    for (std::int64_t point = 0; point < plan.points(); ++point) {
        if (plan.firstLike(point) != point)
            continue;
        PointState state{point, 0, 0, 0, {}};
        for (std::int64_t replicate = 0; replicate < plan.replicates(); ++replicate) {
            const std::string& why = results.failureOf(point, replicate);
            if (results.isDone(point, replicate))
                ++state.done;
            else if (why.empty())
                ++state.missing;
            else if (++state.failed == 1)
                state.reason = why;
        }
        ++all.points;
        all.chains += plan.replicates();
        all.done += state.done;
        all.failed += state.failed;
        all.missing += state.missing;
        if (state.failed + state.missing > 0)
            all.open.push_back(std::move(state));
    }
    return all;
}

std::string lineOf(const SweepPlan& plan, const PointState& state)
{
    const std::string name = plan.nameOf(state.point);
    std::string line = "point " + std::to_string(state.point) + (name.empty() ? "" : " (" + name + ")") +
                       ": " + std::to_string(state.done) + " of " + counted(plan.replicates(), "chain") +
                       " done";
    if (state.missing > 0)
        line += ", " + std::to_string(state.missing) + " not run yet";
    if (state.failed > 0)
        line += ", " + std::to_string(state.failed) + " failed: " + state.reason;
    return line;
}

} // namespace hareloom
