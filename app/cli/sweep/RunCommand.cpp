// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/ExperimentInput.h"
#include "app/cli/Interrupts.h"
#include "app/cli/TypedNumber.h"
#include "app/cli/sweep/SweepCommand.h"
#include "app/cli/sweep/SweepInput.h"
#include "app/cli/sweep/SweepProgress.h"
#include "core/base/ReadFile.h"
#include "core/base/Text.h"
#include "core/sweep/ResultsFile.h"
#include "core/sweep/SweepResults.h"
#include "core/sweep/SweepTasks.h"

#include <malloc.h>

#include <filesystem>
#include <sstream>

namespace hareloom::cli {
namespace {

/// What of a sweep this process runs, and what its file of results is called.
struct Share
{
    std::vector<ChainRange> ranges; // empty: everything
    std::string name = "run";

    bool has(std::int64_t point, std::int64_t replicate) const
    {
        if (ranges.empty())
            return true;
        for (const ChainRange& range : ranges)
            if (range.point == point && range.first <= replicate && replicate <= range.last)
                return true;
        return false;
    }
};

Result<Share> shareOfPoint(const SweepPlan& plan, const std::string& asked)
{
    auto point = plan.find(asked);
    const auto number = parseNumber(asked);
    if (!point && number && *number >= 0 && *number < static_cast<double>(plan.points()) &&
        static_cast<double>(static_cast<std::int64_t>(*number)) == *number)
        point = static_cast<std::int64_t>(*number);
    if (!point)
        return invalidInput(
            inQuotes(asked) + " is no point of this sweep. Its points have the numbers 0 to " +
            std::to_string(plan.points() - 1) + "; `hareloom-cli sweep plan` prints them with their ids.");
    return Share{{{plan.firstLike(*point), 0, plan.replicates() - 1}}, "point-" + plan.idOf(*point)};
}

Result<Share> shareOfTask(const SweepPlan& plan, const SweepArguments& arguments)
{
    constexpr std::int64_t kMostBytes = 1 << 30;
    constexpr double kMostLines = 1e9;
    const auto number = typedNumber(arguments.task, "--task", 1, kMostLines, 1);
    if (!number)
        return number.error();
    const auto text = readWholeFile(arguments.tasks, kMostBytes);
    if (!text)
        return text.error();
    std::istringstream lines(*text);
    std::string line;
    std::int64_t count = 0;
    while (count < *number && std::getline(lines, line))
        ++count;
    if (count < *number)
        return invalidInput("--task " + std::to_string(*number) + ": " + arguments.tasks + " has only " +
                            std::to_string(count) + " lines.");
    auto task = readTask(plan, line);
    if (!task)
        return invalidFile(arguments.tasks + ": line " + std::to_string(*number) + ": " +
                           task.error().message);
    return Share{*std::move(task),
                 std::filesystem::path(arguments.tasks).stem().string() + "-" + std::to_string(*number)};
}

Result<Share> shareOf(const SweepPlan& plan, const SweepArguments& arguments)
{
    if (arguments.action == "point")
        return shareOfPoint(plan, arguments.point);
    return arguments.tasks.empty() ? Result<Share>(Share{}) : shareOfTask(plan, arguments);
}

/// Chains that this process is to run, and how many of its share are done.
struct Wanted
{
    std::vector<bool> chains; // by point and replicate
    std::int64_t total = 0, done = 0;
};

Wanted wantedOf(const SweepPlan& plan, const SweepResults& results, const Share& share)
{
    Wanted wanted;
    for (std::int64_t point = 0; point < plan.points(); ++point)
        for (std::int64_t replicate = 0; replicate < plan.replicates(); ++replicate) {
            const bool isOurs = plan.firstLike(point) == point && share.has(point, replicate);
            const bool isDone = results.isDone(point, replicate);
            wanted.chains.push_back(isOurs && !isDone);
            wanted.total += isOurs;
            wanted.done += isOurs && isDone;
        }
    return wanted;
}

/// Chains of many variables take and leave the same blocks of memory all the time. The C library would hand
/// each back to the system and ask for it again, which takes a fifth of the time.
void keepMemory()
{
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

/// A chain that was under way when a process was killed may be the reason: it runs after the others and
/// alone, and behind all where it was killed so, too. Else it would end the same chains each time.
enum class Turn { First, Alone, Last };

Turn turnOf(const std::string& failure)
{
    if (!wasKilled(failure))
        return Turn::First;
    return wasKilledAlone(failure) ? Turn::Last : Turn::Alone;
}

int report(const SweepProgress& progress, const Wanted& wanted, SweepEnd end, const SweepFolder& folder,
           Console& console)
{
    if (end == SweepEnd::Stopped) {
        console.err << "hareloom-cli: interrupted. " << progress.done() << " of " << wanted.total
                    << " chains are kept; go on with: hareloom-cli sweep run " << folder.path() << std::endl;
        return kInterrupted;
    }
    if (progress.failed() == 0)
        return kDone;
    console.err << progress.failed() << " of " << wanted.total
                << " chains failed; why: hareloom-cli sweep status " << folder.path() << std::endl;
    return kFailed;
}

int runShare(const SweepArguments& arguments, const BegunSweep& sweep, const Share& share, Console& console)
{
    const SweepPlan& plan = sweep.plan;
    const auto results = SweepResults::read(sweep.folder, plan);
    if (!results)
        return fail(console, results.error());
    for (const std::string& problem : results->problems())
        console.note(problem);
    sweep.folder.removeSessions([&](const std::string& id, std::int64_t replicate) {
        const auto point = plan.find(id);
        return point && replicate < plan.replicates() && results->isDone(*point, replicate);
    });
    const Wanted wanted = wantedOf(plan, *results, share);
    const auto device = readDeviceInput(plan.experimentOf(0).family, arguments.device);
    if (!device)
        return fail(console, device.error());
    const StopSource stop;
    const Interrupts interrupts(stop); // before the file of results is there: who sees it may send a signal
    SweepProgress progress(console, wanted.total, wanted.done, arguments.quiet);
    auto file = ResultsFile::open(sweep.folder.resultsFile(share.name), plan,
                                  {HARELOOM_VERSION, device->words()}, &progress);
    if (!file)
        return fail(console, file.error());
    SweepOptions options;
    options.device = device->name;
    options.sessionFor = [&](std::int64_t point, std::int64_t replicate) {
        return sweep.folder.sessionFor(plan.idOf(point), replicate);
    };
    options.onBegun = [&](int worker, std::int64_t point, std::int64_t replicate) {
        (*file)->noteBegun(worker, point, replicate);
    };
    Result<SweepEnd> end = SweepEnd::Finished;
    for (const Turn turn : {Turn::First, Turn::Alone, Turn::Last})
        if (end && *end == SweepEnd::Finished) {
            options.threads = turn == Turn::First ? arguments.threads : 1;
            options.isWanted = [&](std::int64_t point, std::int64_t replicate) {
                return wanted.chains[static_cast<std::size_t>(point * plan.replicates() + replicate)] &&
                       turnOf(results->failureOf(point, replicate)) == turn;
            };
            end = runSweep(plan, **file, stop.token(), options);
        }
    const auto kept = (*file)->commit();
    progress.finish();
    if (!end || !kept)
        return fail(console, end ? kept.error() : end.error());
    return report(progress, wanted, *end, sweep.folder, console);
}

} // namespace

int runSweepCommand(const SweepArguments& arguments, Console& console)
{
    keepMemory();
    const auto sweep = beginSweep(arguments);
    if (!sweep)
        return fail(console, sweep.error());
    console.note(sweep->note);
    const auto share = shareOf(sweep->plan, arguments);
    if (!share)
        return fail(console, share.error());
    return runShare(arguments, *sweep, *share, console);
}

} // namespace hareloom::cli
