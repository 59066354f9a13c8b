// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/sweep/SweepCommand.h"
#include "app/cli/sweep/SweepInput.h"
#include "core/base/AtomicFile.h"
#include "core/base/Text.h"
#include "core/sweep/SweepState.h"
#include "core/sweep/SweepTables.h"

namespace hareloom::cli {
namespace {

constexpr std::size_t kMostLines = 20;

/// What the table lacks, a line each.
void tellMissing(const BegunSweep& sweep, const SweepResults& results,
                 const std::vector<std::string>& damaged, Console& console)
{
    const SweepState state = stateOf(sweep.plan, results);
    for (const std::string& line : state.problems)
        console.note(line);
    for (const std::string& line : damaged)
        console.note(line);
    if (state.open.empty())
        return;
    console.note("The table is not complete. " + state.sentence());
    for (std::size_t i = 0; i < std::min(kMostLines, state.open.size()); ++i)
        console.note("  " + printable(lineOf(sweep.plan, state.open[i])));
    if (state.open.size() > kMostLines)
        console.note("  and " + std::to_string(state.open.size() - kMostLines) +
                     " more points; `hareloom-cli sweep status` names them all.");
}

} // namespace

int collectSweep(const SweepArguments& arguments, Console& console)
{
    const auto sweep = openSweep(arguments.folder);
    if (!sweep)
        return fail(console, sweep.error());
    auto results = SweepResults::read(sweep->folder, sweep->plan);
    if (!results)
        return fail(console, results.error());
    if (results->done() == 0)
        return fail(console, systemError(arguments.folder +
                                         ": no chain of this sweep is finished, so that there is no "
                                         "table. `hareloom-cli sweep run " +
                                         arguments.folder + "` makes them."));
    const SweepTable form = arguments.summary    ? SweepTable::Summary
                            : arguments.longForm ? SweepTable::Long
                                                 : SweepTable::Wide;
    std::vector<std::string> damaged;
    const auto write = [&](std::ostream& out) {
        return writeSweepTable(sweep->plan, *results, form, out).and_then([&](std::vector<std::string> said) {
            damaged = std::move(said);
            return Result<void>();
        });
    };
    const auto written =
        arguments.out.empty() ? write(console.data) : writeFileAtomically(arguments.out, write);
    if (!written && (!arguments.out.empty() || console.data))
        return fail(console, written.error());
    tellMissing(*sweep, *results, damaged, console);
    return damaged.empty() ? kDone : kFailed;
}

} // namespace hareloom::cli
