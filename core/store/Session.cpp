// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Session.h"

#include "core/recipe/ExperimentJson.h"
#include "core/base/AtomicFile.h"
#include "core/store/SessionFormat.h"
#include "core/store/SessionImpl.h"

#include <unistd.h>

#include <filesystem>

namespace hareloom {

namespace {

namespace fs = std::filesystem;

std::string absoluteFolder(const std::string& folder)
{
    std::error_code ignored;
    return folder.empty() ? std::string() : fs::absolute(folder, ignored).lexically_normal().string();
}

std::vector<std::pair<std::string, std::string>> metaOf(const Experiment& experiment,
                                                        const Provenance& provenance)
{
    return {{"experiment", toText(experiment)},
            {"baseFolder", absoluteFolder(experiment.baseFolder)},
            {"version", provenance.version},
            {"device", provenance.device},
            {"threads", std::to_string(provenance.threads)},
            {"samplingVersion", std::to_string(provenance.samplingVersion)},
            {"created", provenance.created}};
}

Result<void> writeMeta(const Database& database, const Experiment& experiment, const Provenance& provenance)
{
    Result<Statement> insert = database.prepare("INSERT INTO meta VALUES (?1, ?2)");
    if (!insert)
        return insert.error();
    for (const auto& [key, value] : metaOf(experiment, provenance)) {
        insert->bind(1, std::string_view(key));
        insert->bind(2, std::string_view(value));
        if (Result<void> done = insert->run(); !done)
            return done;
    }
    return {};
}

/// A whole, empty session in a file that no one else knows of yet.
Result<void> writeNewFile(const std::string& path, const Experiment& experiment, const Provenance& provenance)
{
    Result<std::unique_ptr<Database>> opened = Database::open(path, Access::Create);
    if (!opened)
        return opened.error();
    const Database& database = **opened;
    const std::string identity = "PRAGMA application_id = " + std::to_string(kSessionApplicationId) +
                                 "; PRAGMA user_version = " + std::to_string(kSessionVersion) + ";";
    // The file is nobody's until it is renamed, and is flushed then: SQLite need not be careful with it.
    for (const std::string& sql :
         {std::string("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; BEGIN;"), identity,
          std::string(kSessionSchema)})
        if (Result<void> done = database.execute(sql.c_str()); !done)
            return done;
    if (Result<void> done = writeMeta(database, experiment, provenance); !done)
        return done;
    return database.execute("COMMIT");
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
                                                 const Provenance& provenance, bool overwrite)
{
    std::error_code ignored;
    if (!overwrite && fs::exists(fs::symlink_status(path, ignored)))
        return invalidFile(path + ": the file exists and is not overwritten; choose another name.");
    if (fs::is_directory(path, ignored))
        return invalidFile(path + ": this is a folder; name a file in it.");
    const std::string unfinished = nameBeside(path);
    Result<void> made = writeNewFile(unfinished, experiment, provenance);
    if (made) {
        fs::remove_all(Checkpoints::folderFor(path), ignored); // of a session that is overwritten
        removeSideFiles(path);
        made = publishFile(unfinished, path);
    }
    if (!made) {
        ::unlink(unfinished.c_str());
        return renamed(made.error(), unfinished, path);
    }
    return open(path);
}

Result<std::unique_ptr<Session>> Session::open(const std::string& path)
{
    Result<std::unique_ptr<Database>> database = openSessionFile(path, false);
    if (!database)
        return database.error();
    auto impl = std::make_unique<Impl>(path, std::move(database).value(), false);
    if (Result<void> prepared = impl->prepare(); !prepared)
        return prepared.error();
    return std::unique_ptr<Session>(new Session(std::move(impl)));
}

Result<std::unique_ptr<Session>> Session::openReadOnly(const std::string& path)
{
    Result<std::unique_ptr<Database>> database = openSessionFile(path, true);
    if (!database)
        return database.error();
    auto impl = std::make_unique<Impl>(path, std::move(database).value(), true);
    if (Result<void> prepared = impl->prepare(); !prepared)
        return prepared.error();
    return std::unique_ptr<Session>(new Session(std::move(impl)));
}

const std::string& Session::path() const
{
    return m_impl->m_path;
}
const Experiment& Session::experiment() const
{
    return m_impl->m_experiment;
}
const Provenance& Session::provenance() const
{
    return m_impl->m_provenance;
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
    Result<Statement> update = m_impl->m_database->prepare("UPDATE meta SET value = ?1 WHERE key = 'device'");
    if (!update)
        return update.error();
    update->bind(1, std::string_view(known));
    return update->run();
}

Result<void> Session::append(const Generation& generation)
{
    return m_impl->append(generation);
}
Result<void> Session::commit()
{
    return m_impl->commit();
}

Result<std::vector<GenerationPtr>> Session::generations() const
{
    return m_impl->read();
}

Result<std::vector<int>> Session::chainLengths() const
{
    constexpr std::int64_t kMostChains = 10'000'000; // a damaged file may say anything
    std::vector<int> lengths;
    const auto read = m_impl->m_database->forEachRow(
        "SELECT chain, count(*) FROM generations GROUP BY chain ORDER BY chain",
        [&lengths](const Statement& row) {
            if (row.integer(0) < 0 || row.integer(0) >= kMostChains)
                return;
            lengths.resize(static_cast<std::size_t>(row.integer(0)) + 1);
            lengths.back() = static_cast<int>(row.integer(1));
        });
    if (!read)
        return read.error();
    return lengths;
}

Result<GenerationPtr> Session::generation(ChainIndex chain, int index) const
{
    Result<std::vector<GenerationPtr>> found = m_impl->read(std::pair(chain, index));
    if (!found)
        return found.error();
    if (found->empty())
        return m_impl->noSuchGeneration(chain, index);
    return found->front();
}

Result<void> Session::copyTo(const std::string& path) const
{
    std::error_code ignored;
    if (fs::equivalent(path, m_impl->m_path, ignored))
        return invalidInput(path + ": this is the session itself; choose another name for the copy.");
    if (Result<void> done = m_impl->commit(); !done)
        return done;
    const std::string unfinished = nameBeside(path);
    Result<Statement> vacuum = m_impl->m_database->prepare("VACUUM INTO ?1");
    if (!vacuum)
        return vacuum.error();
    vacuum->bind(1, std::string_view(unfinished));
    Result<void> made = vacuum->run();
    if (made) {
        removeSideFiles(path);
        made = m_impl->m_checkpoints->copyFor(path);
        if (made)
            made = publishFile(unfinished, path);
    }
    if (!made) {
        removeSideFiles(unfinished);
        ::unlink(unfinished.c_str());
        return renamed(made.error(), m_impl->m_path, path);
    }
    return {};
}

} // namespace hareloom
