// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/experiment/Sweep.h"

#include <functional>
#include <string>
#include <vector>

namespace hareloom {

/// The folder of a sweep: `sweep.json` says what is run, `results/` has a file of numbers for each process
/// that ran some of it (ResultsFile.h), `points/` the sessions of long chains that are not finished.
class SweepFolder
{
public:
    /// Makes the folder, or goes on with one: its sweep is then `experiment`, and what is there of the same
    /// points stays. Errors: InvalidInput (something else lies there), System.
    static Result<SweepFolder> make(const std::string& path, const Experiment& experiment);
    /// Errors: InvalidInput (there is no sweep), InvalidFile (its experiment is damaged or of a newer
    /// program).
    static Result<SweepFolder> open(const std::string& path);
    /// Whether a sweep lies in this folder.
    static bool isOne(const std::string& path);

    const std::string& path() const { return m_path; }
    const Experiment& experiment() const { return m_experiment; }
    /// Of another sweep than the folder had before: make() alone.
    bool wasChanged() const { return m_wasChanged; }

    /// `name`: "run", "task-3".
    std::string resultsFile(const std::string& name) const;
    /// All there are, by name. Errors: System.
    Result<std::vector<std::string>> resultsFiles() const;
    /// Where a long chain is kept until it is finished. `id`: of its point.
    std::string sessionFor(const std::string& id, std::int64_t replicate) const;
    /// Removes the sessions of chains that are done: of those that were killed between their end and the
    /// removal.
    void
    removeSessions(const std::function<bool(const std::string& id, std::int64_t replicate)>& isDone) const;
    /// Makes a folder within this one and returns its path. Errors: System.
    Result<std::string> folderFor(const std::string& name) const;

    /// A chain's session with everything that lies beside it.
    static void removeSession(const std::string& path);

private:
    SweepFolder(std::string path, Experiment experiment)
        : m_path(std::move(path)), m_experiment(std::move(experiment))
    {
    }

    std::string m_path;
    Experiment m_experiment;
    bool m_wasChanged = false;
};

} // namespace hareloom
