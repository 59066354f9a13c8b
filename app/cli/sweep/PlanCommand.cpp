// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/ExperimentInput.h"
#include "app/cli/Interrupts.h"
#include "app/cli/ProgressPrinter.h"
#include "app/cli/sweep/SweepCommand.h"
#include "app/cli/sweep/SweepInput.h"
#include "core/base/Parallel.h"
#include "core/base/Text.h"
#include "core/sweep/SweepForecast.h"
#include "core/sweep/SweepRun.h"
#include "core/sweep/SweepTables.h"

#include <cmath>

namespace hareloom::cli {
namespace {

void printPoints(const SweepPlan& plan, std::ostream& out)
{
    std::vector<std::string> columns{"point", "id"};
    columns.insert(columns.end(), plan.columns().begin(), plan.columns().end());
    out << csvRow(columns) << '\n';
    for (std::int64_t point = 0; point < plan.points(); ++point)
        out << point << ',' << plan.idOf(point) << ',' << csvRow(plan.cells(point)) << '\n';
}

std::string bytesText(double bytes)
{
    return bytes < 1e6 ? std::to_string(std::llround(bytes / 1e3)) + " kB"
                       : shortNumber(std::round(bytes / 1e5) / 10) + " MB";
}

int printForecast(const SweepArguments& arguments, const SweepPlan& plan, Console& console)
{
    const StopSource stop;
    const Interrupts interrupts(stop);
    const auto device = readDeviceInput(plan.experimentOf(0).family, arguments.device);
    if (!device)
        return fail(console, device.error());
    SweepForecastOptions options;
    options.device = device->name;
    options.stop = stop.token();
    const auto forecast = forecastSweep(plan, options);
    if (!forecast)
        return forecast.error().kind == ErrorKind::Stopped ? kInterrupted : fail(console, forecast.error());
    const int threads = arguments.threads > 0 ? arguments.threads : availableThreads();
    const int workers = forecast->workers(threads);
    const double seconds = forecast->seconds(plan, workers);
    console.err << plan.points() << (plan.points() == 1 ? " point, " : " points, ") << plan.chains()
                << (plan.chains() == 1 ? " chain; " : " chains; ")
                << (std::isnan(seconds) ? "the time is not known"
                                        : "about " + durationText(seconds) + " on " +
                                              std::to_string(workers) + (workers == 1 ? " core" : " cores"))
                << ", " << bytesText(forecast->diskBytes) << " of results" << std::endl;
    if (workers < threads)
        console.err << "Only " << workers << " of " << threads << " cores: a chain takes up to "
                    << bytesText(forecast->chainBytes) << " of memory, and chains may take "
                    << bytesText(memoryForChains()) << " together." << std::endl;
    return kDone;
}

} // namespace

int planSweep(const SweepArguments& arguments, Console& console)
{
    const auto input = readSweepInput(arguments);
    if (!input)
        return fail(console, input.error());
    console.note(input->note);
    const SweepPlan& plan = input->plan;
    for (const SweepProblem& problem : plan.problems())
        console.err << "point " << problem.point << " (" << printable(plan.nameOf(problem.point))
                    << ") cannot run: " << printable(problem.error.message) << std::endl;
    if (!plan.problems().empty())
        return kBadInput;
    printPoints(plan, console.data);
    return arguments.quiet ? kDone : printForecast(arguments, plan, console);
}

int execute(const SweepArguments& arguments, Console& console)
{
    if (arguments.action == "plan")
        return planSweep(arguments, console);
    if (arguments.action == "status")
        return tellSweepStatus(arguments, console);
    if (arguments.action == "collect")
        return collectSweep(arguments, console);
    if (arguments.action == "slurm")
        return writeSlurm(arguments, console);
    return runSweepCommand(arguments, console);
}

} // namespace hareloom::cli
