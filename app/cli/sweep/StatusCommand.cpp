// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/sweep/SweepCommand.h"
#include "app/cli/sweep/SweepInput.h"
#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/sweep/SweepState.h"

#include <nlohmann/json.hpp>

namespace hareloom::cli {
namespace {

nlohmann::ordered_json jsonOf(const SweepPlan& plan, const SweepState& state)
{
    nlohmann::ordered_json points = nlohmann::ordered_json::array();
    for (const PointState& point : state.open)
        points.push_back({{"point", point.point},
                          {"id", plan.idOf(point.point)},
                          {"name", plan.nameOf(point.point)},
                          {"done", point.done},
                          {"failed", point.failed},
                          {"missing", point.missing},
                          {"reason", point.reason}});
    return {{"points", plan.points()},   {"chains", state.chains},   {"done", state.done},
            {"failed", state.failed},    {"missing", state.missing}, {"open", points},
            {"problems", state.problems}};
}

} // namespace

int tellSweepStatus(const SweepArguments& arguments, Console& console)
{
    const auto sweep = openSweep(arguments.folder);
    if (!sweep)
        return fail(console, sweep.error());
    const auto results = SweepResults::read(sweep->folder, sweep->plan);
    if (!results)
        return fail(console, results.error());
    const SweepState state = stateOf(sweep->plan, *results);
    if (arguments.json) {
        console.data << jsonText(jsonOf(sweep->plan, state), 2) << "\n";
        return kDone;
    }
    console.out << state.sentence() << "\n";
    std::size_t notBegun = 0;
    for (const PointState& point : state.open)
        if (point.done == 0 && point.failed == 0)
            ++notBegun;
        else
            console.out << "  " << printable(lineOf(sweep->plan, point)) << "\n";
    if (notBegun > 0)
        console.out << "  " << notBegun << (notBegun == 1 ? " point has" : " points have") << " not begun.\n";
    for (const std::string& problem : state.problems)
        console.out << printable(problem) << "\n";
    return state.problems.empty() ? kDone : kFailed;
}

} // namespace hareloom::cli
