// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"

#include <memory>
#include <string>
#include <vector>

namespace hareloom {

/// Who made a session, on what: kept with it, shown by `verify` and under figures.
struct Provenance
{
    std::string version; // of this program
    std::string device;  // "cpu", "cuda:0: NVIDIA H100"; of a run that went on elsewhere, several with "; "
    int threads = 1;
    int samplingVersion = kSamplingVersion;
    std::string created; // UTC, ISO 8601
};

/// The file *.hareloom: SQLite in WAL mode, its own application_id and user_version. Killed at any moment
/// it opens again with every generation that append() and commit() have taken. One thread at a time.
class Session
{
public:
    /// Makes a new file; refuses one that exists unless `overwrite`. Errors: System, InvalidFile.
    static Result<std::unique_ptr<Session>> create(const std::string& path, const Experiment& experiment,
                                                   const Provenance& provenance, bool overwrite = false);
    /// Opens for reading and appending. Errors: InvalidFile (missing, not readable or read-only, not a
    /// session, truncated, from a newer version), System (the disk or another program is in the way).
    static Result<std::unique_ptr<Session>> open(const std::string& path);
    /// Opens without writing a byte; works on read-only media.
    static Result<std::unique_ptr<Session>> openReadOnly(const std::string& path);
    /// Commits what was appended, as well as it can.
    ~Session();

    static constexpr int kMaxProblems = 20;

    const std::string& path() const;
    const Experiment& experiment() const;
    const Provenance& provenance() const;

    /// Notes the device that a run goes on on. Errors: System.
    Result<void> recordDevice(const std::string& device);
    /// Adds to the open transaction, which the first one begins. Errors: System (disk full), InvalidInput
    /// (the session holds this generation already). After an error the transaction is undone; what is
    /// committed stays.
    Result<void> append(const Generation& generation);
    /// Ends the transaction: everything appended is now safe.
    Result<void> commit();

    /// Every finished generation, ordered by chain, then index.
    Result<std::vector<GenerationPtr>> generations() const;
    /// How many generations each chain has, without reading them; ends with the last chain that has any.
    Result<std::vector<int>> chainLengths() const;
    /// One of them. Errors: InvalidInput, naming what there is.
    Result<GenerationPtr> generation(ChainIndex chain, int index) const;

    /// A compact copy at `path`, written beside it first and then renamed. Commits what was appended.
    /// Errors: System, InvalidInput (`path` is the session itself).
    Result<void> copyTo(const std::string& path) const;
    /// Integrity of the file and of every generation in it. Returns the problems, one sentence each (at most
    /// kMaxProblems, then a sentence that says so); none is well.
    Result<std::vector<std::string>> verify() const;

private:
    class Impl;
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace hareloom
