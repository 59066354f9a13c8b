// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"
#include "core/training/SourceRecord.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hareloom {

class StoredLinks;
class WriterLock;

/// Who made a session, on what: kept with it, shown by `verify` and under figures.
struct Provenance
{
    std::string version; // of this program
    std::string device;  // "cpu", "cuda:0: NVIDIA H100"; of a run that went on elsewhere, several with "; "
    int threads = 1;
    int samplingVersion = kSamplingVersion;
    std::string created; // UTC, ISO 8601
};

/// How much of a generation is read.
enum class Detail {
    Metrics, // all but its model
    Model,   // without the weights that lie beside the session
    Weights, // everything
};
using WantedDetail = std::function<Detail(ChainIndex chain, int index)>;

/// The file *.hareloom: SQLite in WAL mode, its own application_id and user_version. Killed at any moment
/// it opens again with every generation that append() and commit() have taken. One object at a time writes to
/// it, whatever process it belongs to. One thread at a time.
class Session
{
public:
    /// Makes a new file in one step. `snapshotEvery`: of models that are small and many it keeps the snapshot
    /// of every so-many-th generation, and 0 keeps none; in any case those of each chain's first and last,
    /// and all where a chain needs them to go on. Errors: System, InvalidFile (there is a file of that name,
    /// or a folder where its weights would lie: neither is touched).
    static Result<std::unique_ptr<Session>> create(const std::string& path, const Experiment& experiment,
                                                   const Provenance& provenance,
                                                   std::int64_t snapshotEvery = 1);
    /// Opens for reading and appending. Errors: InvalidFile (missing, not readable or read-only, not a
    /// session, truncated, from a newer version), System (another is writing to it, which is told at once;
    /// the disk is in the way).
    static Result<std::unique_ptr<Session>> open(const std::string& path);
    /// Opens without writing a byte; works on read-only media.
    static Result<std::unique_ptr<Session>> openReadOnly(const std::string& path);
    /// Commits what was appended, as well as it can.
    ~Session();

    static constexpr int kMaxProblems = 20;

    const std::string& path() const;
    const Experiment& experiment() const;
    const Provenance& provenance() const;
    /// The settings that the program did not know that made the session: its experiment has them as they were
    /// then.
    const std::vector<std::string>& youngerSettings() const;

    std::int64_t snapshotEvery() const;
    /// The real data that its generations learnt from, of each variant; empty where that was not noted.
    const std::vector<SourceRecord>& sources() const;
    /// Notes them before the first generation; later, checks that they are the same. Errors: InvalidFile
    /// (they are not), System.
    Result<void> recordSources(const std::vector<SourceRecord>& found);
    /// Notes the device that a run goes on on. Errors: System.
    Result<void> recordDevice(const std::string& device);
    /// Lets its chains go on to more generations, and adds chains; what is there stays. The result is the
    /// very one of a run in one go. Errors: InvalidInput (fewer than there are, more than an experiment may
    /// have), System.
    Result<void> extend(std::int64_t generations, std::int64_t chains);
    /// Adds a branch of variant `from`, counted from 0: it shares that one's generations before `change`, and
    /// a run makes those that follow. `title`: empty for one that says what changes. Errors: those of
    /// withBranch(); System.
    Result<void> addBranch(std::size_t from, const SettingsChange& change, const std::string& title = {});
    /// Adds to the open transaction, which the first one begins. Errors: System (disk full), InvalidInput
    /// (the session holds this generation already). After an error the transaction is undone; what is
    /// committed stays.
    Result<void> append(const Generation& generation);
    /// Ends the transaction: everything appended is now safe. Errors: System (disk full; the file is no
    /// longer there, because it was deleted or replaced).
    Result<void> commit();

    using Visit = std::function<Result<void>(const GenerationPtr& generation)>;
    /// Every finished generation, those included that a branch shares with another chain, ordered by chain,
    /// then index, one at a time: what is not held is forgotten, so that millions need no memory. `wanted`
    /// says how much of each is read; empty: everything. The first error ends it: InvalidFile (what is there
    /// is damaged), System, what `visit` returns.
    Result<void> forEach(const Visit& visit, const WantedDetail& wanted = {}) const;
    /// All of them at once.
    Result<std::vector<GenerationPtr>> generations() const;
    /// The same to be looked at: weights that are not those that were written are left out, and said in
    /// `notes`, a sentence each.
    Result<std::vector<GenerationPtr>> generationsToShow(std::vector<std::string>& notes) const;
    /// Those that run() goes on from: of each chain the first and the last (and the one before it, where it
    /// keeps what its model wrote), and all of them where its policy needs every model's sample again. A
    /// branch that has not begun goes on from the last model that is there of what it shares. `visit` (which
    /// may be empty) sees every generation, those without their models.
    Result<std::vector<GenerationPtr>> toResume(const Visit& visit = {}) const;
    /// The names of all metrics that it holds, in the order in which they were first measured.
    std::vector<std::string> metricNames() const;
    /// For a run that goes on: where the weights of a chain's last generations are missing or damaged, those
    /// generations are taken off again, as far as it takes to have some; the run makes them anew. A sentence
    /// for each such chain. Errors: System, InvalidFile.
    Result<std::vector<std::string>> makeResumable();
    /// For core/store: as forEach(), one by one and not yet checked. What was appended is committed first.
    Result<std::unique_ptr<StoredLinks>> links(const WantedDetail& wanted) const;
    /// How many generations each chain has, with those that it shares, without reading them; ends with the
    /// last chain that has any.
    Result<std::vector<int>> chainLengths() const;
    /// One of them. Errors: InvalidInput, naming what there is.
    Result<GenerationPtr> generation(ChainIndex chain, int index) const;

    /// A compact copy at `path`, weights included, written beside it first and then put in its place: session
    /// and weights of a session that was there stay whole until then, and after an error. Commits what was
    /// appended. Errors: System (disk full; another run is writing to the session at `path`), InvalidInput
    /// (`path` is the session itself; a folder of other things lies where its weights would).
    Result<void> copyTo(const std::string& path) const;
    /// Integrity of the file, of every generation in it and of the weights beside it. Returns the problems,
    /// one sentence each (at most kMaxProblems, then a sentence that says so); none is well.
    Result<std::vector<std::string>> verify() const;

    class Impl; // for core/store alone

private:
    Result<void> read(const Visit& visit, const WantedDetail& wanted, std::vector<std::string>* lost) const;
    static Result<std::unique_ptr<Session>> opened(const std::string& path, std::optional<WriterLock> lock);
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace hareloom
