// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/ExperimentInput.h"
#include "app/cli/Interrupts.h"
#include "app/cli/ProgressPrinter.h"
#include "app/cli/TypedNumber.h"
#include "app/cli/sweep/SweepCommand.h"
#include "app/cli/sweep/SweepInput.h"
#include "core/base/AtomicFile.h"
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/sweep/SlurmScript.h"
#include "core/sweep/SweepForecast.h"
#include "core/sweep/SweepResults.h"
#include "core/sweep/SweepTasks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace hareloom::cli {
namespace {

namespace fs = std::filesystem;

constexpr double kTaskSeconds = 20 * 60; // a start of Slurm's takes a second or more
constexpr std::size_t kMostTasks = 1000; // Slurm's MaxArraySize is 1001 unless a cluster says otherwise
constexpr double kSlack = 3;             // of the time limit: nodes differ, and so do chains
constexpr std::int64_t kLeastMinutes = 10, kMostMinutes = 7 * 24 * 60;
constexpr std::int64_t kLeastMegabytes = 256;

struct Options
{
    std::int64_t atOnce = 0, minutes = 0, cpus = 1; // minutes 0: by the estimate
};

/// What goes into a line of the script as it is.
Result<void> checkName(const char* option, const std::string& name)
{
    const auto isPlain = [](unsigned char c) {
        return std::isalnum(c) != 0 || std::strchr("_.,:=+-()", c) != nullptr;
    };
    if (std::all_of(name.begin(), name.end(), isPlain))
        return {};
    return invalidInput(
        mustBe(option, printable(name), "be a name as Slurm has them, without blanks and quotation marks"));
}

Result<Options> readOptions(const SweepArguments& arguments)
{
    for (const auto& [option, name] :
         {std::pair("--partition", &arguments.partition), {"--gres", &arguments.gres}})
        if (auto plain = checkName(option, *name); !plain)
            return plain.error();
    constexpr double kMost = 1e6;
    const auto atOnce = typedNumber(arguments.atOnce, "--at-once", 1, kMost, 0);
    const auto minutes = typedNumber(arguments.minutes, "--minutes", 1, kMost, 0);
    const auto cpus = typedNumber(arguments.cpus, "--cpus", 1, 1024, 1);
    for (const auto* read : {&atOnce, &minutes, &cpus})
        if (!*read)
            return read->error();
    return Options{*atOnce, *minutes, *cpus};
}

/// A name that no earlier submission has: "tasks-1", "tasks-2", ...
std::string freeName(const std::string& folder)
{
    std::error_code ignored;
    for (int number = 1;; ++number)
        if (std::string name = "tasks-" + std::to_string(number);
            !fs::exists(fs::path(folder) / (name + ".txt"), ignored))
            return name;
}

Result<void> writeText(const std::string& path, const std::string& text)
{
    return writeFileAtomically(path, [&text](std::ostream& out) {
        out << text;
        return Result<void>();
    });
}

std::string absolute(const std::string& path)
{
    std::error_code failed;
    const fs::path whole = fs::absolute(path, failed);
    return failed ? path : whole.lexically_normal().string();
}

/// The first line that the command prints. Errors: System, where it fails; what it said is on stderr.
Result<std::string> outputOf(const std::string& command)
{
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (!pipe)
        return systemError("sbatch cannot be started.");
    std::array<char, 256> line{};
    const bool isRead = std::fgets(line.data(), line.size(), pipe) != nullptr;
    const int status = ::pclose(pipe);
    if (status != 0 || !isRead)
        return systemError(
            "sbatch has not taken the job; what it said stands above. The scripts are written: "
            "correct what is wrong, then submit them by hand.");
    return std::string(trimmed(line.data()));
}

/// The time limit of every task: that of the longest one.
std::int64_t minutesOf(const std::vector<SweepTask>& tasks, const std::vector<double>& secondsOf, int cpus)
{
    double longest = 0;
    for (const SweepTask& task : tasks)
        longest = std::max(longest, secondsOfTask(task, secondsOf) / cpus);
    if (std::isnan(longest))
        return kMostMinutes;
    return std::clamp(static_cast<std::int64_t>(std::ceil(kSlack * longest / 60)), kLeastMinutes,
                      kMostMinutes);
}

/// Written, and where.
struct Written
{
    SlurmJobs jobs;
    std::string array, merge;
};

Result<Written> writeScripts(const SweepArguments& arguments, const BegunSweep& sweep, const Options& options,
                             const std::vector<SweepTask>& tasks, const SweepForecast& forecast)
{
    const auto folder = sweep.folder.folderFor("slurm");
    const auto logs = sweep.folder.folderFor("slurm/logs");
    if (!folder || !logs)
        return folder ? logs.error() : folder.error();
    const std::string name = freeName(*folder);
    const auto place = [&](const std::string& file) { return absolute((fs::path(*folder) / file).string()); };
    std::error_code failed;
    Written written;
    SlurmJobs& jobs = written.jobs;
    jobs.program = fs::read_symlink("/proc/self/exe", failed).string();
    jobs.folder = absolute(sweep.folder.path());
    jobs.tasks = place(name + ".txt");
    jobs.logs = absolute(*logs);
    jobs.table = absolute((fs::path(sweep.folder.path()) / "table.csv").string());
    jobs.device = arguments.device;
    jobs.count = std::ssize(tasks);
    jobs.atOnce = options.atOnce;
    jobs.cpus = options.cpus;
    jobs.minutes = options.minutes > 0 ? options.minutes
                                       : minutesOf(tasks, forecast.secondsOf, static_cast<int>(options.cpus));
    jobs.megabytes =
        std::max(kLeastMegabytes, static_cast<std::int64_t>(2 * forecast.memoryBytes / 1e6) * options.cpus);
    jobs.partition = arguments.partition;
    jobs.gres = arguments.gres;
    written.array = place(name + ".sbatch");
    written.merge = place(name + "-collect.sbatch");
    std::string lines;
    for (const SweepTask& task : tasks)
        lines += taskLine(sweep.plan, task) + "\n";
    for (const auto& [path, text] :
         {std::pair(jobs.tasks, lines), {written.array, slurmArray(jobs)}, {written.merge, slurmMerge(jobs)}})
        if (auto done = writeText(path, text); !done)
            return done.error();
    return written;
}

int submit(const Written& written, bool isAsked, Console& console)
{
    const std::string array = "sbatch --parsable " + shellWord(written.array);
    const std::string merge = "sbatch --dependency=afterany:";
    if (!isAsked) {
        console.out << "job=$(" << array << ")\n" << merge << "$job " << shellWord(written.merge) << "\n";
        console.err << "These lines submit it; --submit does so." << std::endl;
        return kDone;
    }
    const auto job = outputOf(array);
    if (!job)
        return fail(console, job.error());
    const std::string id = job->substr(0, job->find(';')); // a cluster's name may follow
    const auto collect =
        outputOf("sbatch --parsable --dependency=afterany:" + shellWord(id) + " " + shellWord(written.merge));
    if (!collect)
        return fail(console, collect.error());
    console.out << "array " << id << ", collect " << *collect << "\n";
    console.err << "squeue --jobs " << id << " shows its tasks; the table comes to " << written.jobs.table
                << std::endl;
    return kDone;
}

} // namespace

int writeSlurm(const SweepArguments& arguments, Console& console)
{
    const auto options = readOptions(arguments);
    if (!options)
        return fail(console, options.error());
    const auto sweep = beginSweep(arguments);
    if (!sweep)
        return fail(console, sweep.error());
    console.note(sweep->note);
    const SweepPlan& plan = sweep->plan;
    const auto results = SweepResults::read(sweep->folder, plan);
    if (!results)
        return fail(console, results.error());
    for (const std::string& problem : results->problems())
        console.note(problem);
    const StopSource stop;
    const Interrupts interrupts(stop);
    SweepForecastOptions forecasting;
    forecasting.stop = stop.token();
    const auto forecast = forecastSweep(plan, forecasting);
    if (!forecast)
        return fail(console, forecast.error());
    const double limit =
        options->minutes > 0 ? static_cast<double>(options->minutes) * 60 / kSlack : kTaskSeconds;
    const auto tasks = packTasks(
        plan, [&](std::int64_t point, std::int64_t replicate) { return !results->isDone(point, replicate); },
        forecast->secondsOf, std::min(kTaskSeconds, limit) * static_cast<double>(options->cpus), kMostTasks);
    if (tasks.empty()) {
        console.out << "Nothing is missing; `hareloom-cli sweep collect " << sweep->folder.path()
                    << "` prints the table.\n";
        return kDone;
    }
    const auto written = writeScripts(arguments, *sweep, *options, tasks, *forecast);
    if (!written)
        return fail(console, written.error());
    console.err << written->jobs.count << (written->jobs.count == 1 ? " task" : " tasks") << " of at most "
                << written->jobs.minutes << " minutes: " << written->array << std::endl;
    return submit(*written, arguments.submit, console);
}

} // namespace hareloom::cli
