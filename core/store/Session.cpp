// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Session.h"

#include "core/base/AtomicFile.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Variants.h"
#include "core/store/ForksText.h"
#include "core/store/LinkCheck.h"
#include "core/store/Recorded.h"
#include "core/store/ReplaceSession.h"
#include "core/store/SessionFormat.h"
#include "core/store/SessionImpl.h"
#include "core/store/SourcesText.h"

#include <unistd.h>

#include <climits>
#include <filesystem>
#include <string_view>

namespace hareloom {

namespace {

namespace fs = std::filesystem;

std::string absoluteFolder(const std::string& folder)
{
    std::error_code ignored;
    return folder.empty() ? std::string() : fs::absolute(folder, ignored).lexically_normal().string();
}

using Meta = std::vector<std::pair<std::string, std::string>>;

Meta metaOf(const Experiment& experiment, const Provenance& provenance, std::int64_t snapshotEvery)
{
    return {{"experiment", toText(experiment)},
            {"baseFolder", absoluteFolder(experiment.baseFolder)},
            {"version", provenance.version},
            {"device", provenance.device},
            {"threads", std::to_string(provenance.threads)},
            {"samplingVersion", std::to_string(provenance.samplingVersion)},
            {"created", provenance.created},
            {"snapshotEvery", std::to_string(snapshotEvery)}};
}

Result<void> writeMeta(const Database& database, const Meta& meta)
{
    Result<Statement> insert = database.prepare("INSERT INTO meta VALUES (?1, ?2)");
    if (!insert)
        return insert.error();
    for (const auto& [key, value] : meta) {
        insert->bind(1, std::string_view(key));
        insert->bind(2, std::string_view(value));
        if (Result<void> done = insert->run(); !done)
            return done;
    }
    return {};
}

/// A whole, empty session in a file that no one else knows of yet.
Result<void> writeNewFile(const std::string& path, const Meta& meta, std::uint32_t version)
{
    Result<std::unique_ptr<Database>> opened = Database::open(path, Access::Create);
    if (!opened)
        return opened.error();
    const Database& database = **opened;
    const std::string identity = "PRAGMA application_id = " + std::to_string(kSessionApplicationId) +
                                 "; PRAGMA user_version = " + std::to_string(version) + ";";
    // The file is nobody's until it is renamed, and is flushed then: SQLite need not be careful with it.
    for (const std::string& sql :
         {std::string("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; BEGIN;"), identity,
          std::string(kSessionSchema)})
        if (Result<void> done = database.execute(sql.c_str()); !done)
            return done;
    return writeMeta(database, meta)
        .and_then([&database] { return putMetaTotal(database); })
        .and_then([&database] { return database.execute("COMMIT"); });
}

Error weightsInTheWay(const std::string& path)
{
    return invalidFile(
        Checkpoints::folderFor(path) +
        ": this folder is not empty and lies where the session's weights would, perhaps those of a "
        "session that was moved; move it away, or choose another name for the session.");
}

/// What is wrong with a table, told with the file.
Error inFile(const std::string& path, Error error)
{
    if (!error.message.starts_with(path))
        error.message = path + ": the session is damaged (" + error.message + "); fetch a whole copy of it.";
    return error;
}

/// SQLite keeps files beside a session whose names are longer.
Result<void> checkName(const std::string& path)
{
    const std::string name = fs::path(path).filename().string();
    constexpr std::size_t longest = NAME_MAX - std::string_view("-journal").size();
    if (name.size() > longest)
        return invalidFile(path + ": the name is too long for a session (" + std::to_string(name.size()) +
                           " bytes; at most " + std::to_string(longest) + "); choose a shorter one.");
    return {};
}

/// The same failure told with the name that the user knows.
Error renamed(Error error, const std::string& from, const std::string& to)
{
    if (const std::size_t at = error.message.find(from); at != std::string::npos)
        error.message.replace(at, from.size(), to);
    return error;
}

} // namespace

Session::Session(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::create(const std::string& path, const Experiment& experiment,
                                                 const Provenance& provenance, std::int64_t snapshotEvery)
{
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return invalidFile(path + ": this is a folder; name a file in it.");
    if (fs::exists(fs::symlink_status(path, ignored)))
        return invalidFile(path + ": the file exists and is not overwritten; choose another name.");
    if (!Checkpoints::isFree(Checkpoints::folderFor(path)))
        return weightsInTheWay(path);
    if (Result<void> fits = checkName(path); !fits)
        return fits.error();
    removeLeftovers(path);
    const std::string unfinished = nameBeside(path);
    const auto variants = expandVariants(experiment);
    const std::string forks = variants ? textOfForks(forksOf(*variants)) : std::string();
    Meta meta = metaOf(experiment, provenance, snapshotEvery);
    if (!forks.empty())
        meta.emplace_back("branches", forks);
    Result<void> made = writeNewFile(unfinished, meta, forks.empty() ? kSessionVersion : kBranchedVersion);
    // Whoever finds the session finds it locked.
    Result<WriterLock> lock = made ? WriterLock::take(unfinished) : Result<WriterLock>(made.error());
    if (lock)
        made = publishNewFile(unfinished, path);
    if (!made || !lock) {
        ::unlink(unfinished.c_str());
        return renamed(made ? lock.error() : made.error(), unfinished, path);
    }
    removeSideFiles(path); // of a file of this name that was deleted
    return opened(path, *std::move(lock));
}

Result<std::unique_ptr<Session>> Session::open(const std::string& path)
{
    // What is no session is refused as such; it is opened for writing only when nobody else does.
    if (Result<SessionDatabase> checked = openSessionFile(path, false); !checked)
        return checked.error();
    Result<WriterLock> lock = WriterLock::take(path);
    if (!lock)
        return lock.error();
    removeLeftovers(path);
    Checkpoints::removeUnfinished(Checkpoints::folderFor(path));
    return opened(path, *std::move(lock));
}

Result<std::unique_ptr<Session>> Session::opened(const std::string& path, std::optional<WriterLock> lock)
{
    Result<SessionDatabase> database = lock ? openSessionToWrite(path) : openSessionFile(path, true);
    if (!database)
        return database.error();
    auto impl = std::make_unique<Impl>(path, *std::move(database), std::move(lock));
    if (Result<void> prepared = impl->prepare(); !prepared)
        return prepared.error();
    return std::unique_ptr<Session>(new Session(std::move(impl)));
}

Result<std::unique_ptr<Session>> Session::openReadOnly(const std::string& path)
{
    return opened(path, std::nullopt);
}

const std::string& Session::path() const
{
    return m_impl->m_path;
}
const Experiment& Session::experiment() const
{
    return m_impl->m_experiment;
}
const std::vector<std::string>& Session::youngerSettings() const
{
    return m_impl->m_younger;
}
const Provenance& Session::provenance() const
{
    return m_impl->m_provenance;
}

std::int64_t Session::snapshotEvery() const
{
    return m_impl->m_plan.snapshotEvery();
}

const std::vector<SourceRecord>& Session::sources() const
{
    return m_impl->m_sources;
}

Result<void> Session::recordSources(const std::vector<SourceRecord>& found)
{
    std::vector<SourceRecord>& known = m_impl->m_sources;
    if (known.empty()) {
        const Result<std::vector<int>> lengths = chainLengths();
        if (!lengths || !lengths->empty()) // an older version noted none
            return lengths ? Result<void>() : lengths.error();
        known = found;
        return m_impl->putMeta("sources", textOfSources(found));
    }
    for (std::size_t v = 0; v < std::min(known.size(), found.size()); ++v)
        if (known[v].digest != found[v].digest)
            return invalidFile(path() + ": the data in " + m_impl->m_plan.variants().at(v).source.path +
                               " are no longer those that the session began with; put them back as they "
                               "were, or run the experiment "
                               "anew with another --out.");
    return {};
}

Result<void> Session::recordDevice(const std::string& device)
{
    std::string& known = m_impl->m_provenance.device;
    if (("; " + known + "; ").find("; " + device + "; ") != std::string::npos)
        return {};
    const Result<std::vector<int>> lengths = chainLengths();
    if (!lengths)
        return lengths.error();
    known = lengths->empty() ? device : known + "; " + device;
    return m_impl->putMeta("device", known);
}

Result<void> Session::append(const Generation& generation)
{
    if (!m_impl->m_writer)
        return invalidInput(path() + ": the session was opened for reading only.");
    return m_impl->m_writer->append(generation);
}

Result<void> Session::commit()
{
    return m_impl->commit();
}

Result<void> Session::forEach(const Visit& visit, const WantedDetail& wanted) const
{
    return read(visit, wanted, nullptr);
}

/// `lost`: where weights cannot be used, why; null: that is an error.
Result<void> Session::read(const Visit& visit, const WantedDetail& wanted,
                           std::vector<std::string>* lost) const
{
    const WantedDetail detail = wanted ? wanted : [](ChainIndex, int) { return Detail::Weights; };
    // What was appended is seen, too.
    if (Result<void> done = m_impl->m_writer ? m_impl->m_writer->commit() : Result<void>(); !done)
        return done;
    Result<std::unique_ptr<StoredLinks>> links = m_impl->links(detail);
    if (!links)
        return links.error();
    LinkCheck check(m_impl->m_plan);
    for (;;) {
        Result<std::optional<StoredLink>> link = (*links)->next();
        if (!link)
            return inFile(path(), link.error());
        if (!*link)
            return {};
        check.check(**link);
        const Detail asked = detail((*link)->chain, (*link)->index);
        Result<GenerationPtr> generation = m_impl->complete(**link, asked);
        if (!generation && lost && asked == Detail::Weights && (*link)->problem.empty()) {
            lost->push_back(generation.error().message);
            generation = m_impl->complete(**link, Detail::Model);
        }
        if (!generation)
            return generation.error();
        if (Result<void> seen = visit(*generation); !seen)
            return seen;
    }
}

Result<std::unique_ptr<StoredLinks>> Session::links(const WantedDetail& wanted) const
{
    if (Result<void> done = m_impl->commit(); !done)
        return done.error();
    return m_impl->links(wanted);
}

Result<std::vector<GenerationPtr>> Session::generations() const
{
    std::vector<GenerationPtr> all;
    const Result<void> read = forEach([&all](const GenerationPtr& generation) {
        all.push_back(generation);
        return Result<void>();
    });
    return read.transform([&all] { return std::move(all); });
}

Result<std::vector<GenerationPtr>> Session::generationsToShow(std::vector<std::string>& notes) const
{
    std::vector<GenerationPtr> all;
    const Result<void> done = read(
        [&all](const GenerationPtr& generation) {
            all.push_back(generation);
            return Result<void>();
        },
        {}, &notes);
    return done ? Result<std::vector<GenerationPtr>>(std::move(all)) : done.error();
}

std::vector<std::string> Session::metricNames() const
{
    std::vector<std::string> names;
    for (const MetricName& name : m_impl->m_metrics.names())
        names.push_back(*name);
    return names;
}

Result<std::vector<int>> Session::chainLengths() const
{
    return m_impl->m_writer ? Result<std::vector<int>>(m_impl->m_writer->lengths()) : m_impl->lengths();
}

Result<GenerationPtr> Session::generation(ChainIndex chain, int index) const
{
    if (Result<void> done = m_impl->m_writer ? m_impl->m_writer->commit() : Result<void>(); !done)
        return done.error();
    if (chain < 0 || index < 0)
        return m_impl->noSuchGeneration(chain, index);
    Result<std::unique_ptr<StoredLinks>> links =
        m_impl->links([](ChainIndex, int) { return Detail::Weights; }, std::pair(chain, index));
    if (!links)
        return links.error();
    Result<std::optional<StoredLink>> link = (*links)->next();
    if (!link)
        return inFile(path(), link.error());
    if (!*link)
        return m_impl->noSuchGeneration(chain, index);
    LinkCheck(m_impl->m_plan).check(**link, false);
    return m_impl->complete(**std::move(link), Detail::Weights);
}

Result<void> Session::copyTo(const std::string& path) const
{
    std::error_code ignored;
    if (fs::equivalent(path, m_impl->m_path, ignored))
        return invalidInput(path + ": this is the session itself; choose another name for the copy.");
    if (Result<void> done = m_impl->commit(); !done)
        return done;
    return replaceSession(path, *m_impl->m_database, *m_impl->m_checkpoints);
}

} // namespace hareloom
