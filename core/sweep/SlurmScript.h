// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace hareloom {

/// A job array of Slurm that runs tasks of a sweep, and the job that collects the table after it.
struct SlurmJobs
{
    std::string program; // hareloom-cli, an absolute path that the nodes see
    std::string folder;  // of the sweep, absolute
    std::string tasks;   // the file of tasks, absolute; a line for each
    std::string logs;    // a folder, absolute
    std::string table;   // the file that is collected into, absolute
    std::string device;
    std::int64_t count = 1;  // tasks
    std::int64_t atOnce = 0; // 0: as many as Slurm starts
    std::int64_t minutes = 30, megabytes = 500, cpus = 1;
    std::string partition, gres; // empty: not said
};

/// Scripts for sbatch. A task goes on from what is there when its node fails (--requeue), and ends cleanly on
/// the SIGTERM that comes before its time limit.
std::string slurmArray(const SlurmJobs& jobs);
std::string slurmMerge(const SlurmJobs& jobs);

/// For a shell: in quotation marks where it needs them.
std::string shellWord(const std::string& text);

} // namespace hareloom
