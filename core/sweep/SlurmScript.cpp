// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SlurmScript.h"

#include <algorithm>
#include <cctype>

namespace hareloom {
namespace {

std::string directive(const std::string& option)
{
    return "#SBATCH " + option + "\n";
}

} // namespace

std::string shellWord(const std::string& text)
{
    const auto isPlain = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '/' || c == '.' || c == '_' || c == '-' || c == ':' || c == '=';
    };
    if (!text.empty() && std::all_of(text.begin(), text.end(), isPlain))
        return text;
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string slurmArray(const SlurmJobs& jobs)
{
    std::string text = "#!/bin/sh\n";
    text += directive("--job-name=hareloom-sweep");
    text += directive("--array=1-" + std::to_string(jobs.count) +
                      (jobs.atOnce > 0 ? "%" + std::to_string(jobs.atOnce) : std::string()));
    text += directive("--time=" + std::to_string(jobs.minutes));
    text += directive("--mem=" + std::to_string(jobs.megabytes) + "M");
    text += directive("--ntasks=1");
    text += directive("--cpus-per-task=" + std::to_string(jobs.cpus));
    text += directive("--requeue");
    text += directive("--open-mode=append");
    // In quotation marks: a folder's name may have blanks.
    text += directive("--output=\"" + jobs.logs + "/%A-%a.log\"");
    if (!jobs.partition.empty())
        text += directive("--partition=" + jobs.partition);
    if (!jobs.gres.empty())
        text += directive("--gres=" + jobs.gres);
    text +=
        "# The program takes the place of the shell, so that it hears the signal before the time limit.\n";
    text += "exec " + shellWord(jobs.program) + " sweep run " + shellWord(jobs.folder) +
            " --quiet --threads " + std::to_string(jobs.cpus) + " --device " + shellWord(jobs.device) +
            " \\\n    --tasks " + shellWord(jobs.tasks) + " --task \"$SLURM_ARRAY_TASK_ID\"\n";
    return text;
}

std::string slurmMerge(const SlurmJobs& jobs)
{
    constexpr int kMinutes = 30;
    std::string text = "#!/bin/sh\n";
    text += directive("--job-name=hareloom-collect");
    text += directive("--time=" + std::to_string(kMinutes));
    text += directive("--ntasks=1");
    text += directive("--requeue");
    text += directive("--open-mode=append");
    text += directive("--output=\"" + jobs.logs + "/collect-%j.log\"");
    if (!jobs.partition.empty())
        text += directive("--partition=" + jobs.partition);
    text += "exec " + shellWord(jobs.program) + " sweep collect " + shellWord(jobs.folder) + " --out " +
            shellWord(jobs.table) + "\n";
    return text;
}

} // namespace hareloom
