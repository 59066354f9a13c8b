// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/ResultsFile.h"

#include "core/base/WriteJson.h"
#include "core/catalogue/Sha256.h"
#include "core/store/PackedBytes.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace hareloom {
namespace {

constexpr const char* kSchema = R"sql(
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE points (
    id       TEXT PRIMARY KEY,
    settings TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE chains (
    point     TEXT NOT NULL,
    replicate INTEGER NOT NULL,
    metrics   TEXT NOT NULL,
    note      TEXT NOT NULL,
    body      BLOB NOT NULL,
    digest    INTEGER NOT NULL,
    UNIQUE (point, replicate)
);
CREATE TABLE failures (
    point     TEXT NOT NULL,
    replicate INTEGER NOT NULL,
    reason    TEXT NOT NULL,
    PRIMARY KEY (point, replicate)
) WITHOUT ROWID;
)sql";

constexpr int kBusyTries = 12; // of five seconds each: SQLite waits that long for those who read

/// Makes the file where there is none, without touching one that is there.
Result<void> touch(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return systemError(path + ": the file cannot be made (" + std::strerror(errno) + ").");
    ::close(descriptor);
    return {};
}

std::string namesOf(const ChainValues& values)
{
    nlohmann::ordered_json names = nlohmann::ordered_json::array();
    for (const MetricName& name : values.metrics)
        names.push_back(*name);
    return jsonText(std::move(names));
}

} // namespace

Error damagedResults(const std::string& path, const std::string& what)
{
    return invalidFile(path + ": the file of results is damaged (" + what +
                       "). Remove it; `hareloom-cli sweep run` makes its chains again.");
}

Error unreadableResults(const std::string& path, const Error& why)
{
    return why.kind == ErrorKind::InvalidFile ? damagedResults(path, "it is no database, or a part of one")
                                              : why;
}

std::int64_t rowDigest(const std::string& id, std::int64_t replicate, const std::string& metrics,
                       const std::string& note, std::span<const std::uint8_t> body)
{
    PackedWriter head;
    head.text(id);
    head.signedWhole(replicate);
    head.text(metrics);
    head.text(note);
    Sha256 hash;
    hash.add(head.bytes());
    hash.add(body);
    const auto digest = hash.digest();
    std::int64_t first = 0;
    std::memcpy(&first, digest.data(), sizeof first);
    return first;
}

Result<std::unique_ptr<ResultsFile>> ResultsFile::open(const std::string& path, const SweepPlan& plan,
                                                       const ResultsMaker& maker, SweepObserver* next)
{
    if (auto made = touch(path); !made)
        return made.error();
    auto lock = WriterLock::take(path, "file of results");
    if (!lock)
        return lock.error();
    auto database = Database::open(path, Access::ReadWrite, "file of results");
    if (!database)
        return database.error();
    std::unique_ptr<ResultsFile> file(new ResultsFile(plan, *std::move(lock), *std::move(database), next));
    if (auto prepared = file->prepare(maker); !prepared)
        return prepared.error();
    if (auto noted = file->noteKilled(UnderWay::read(UnderWay::pathFor(path))); !noted)
        return noted.error();
    file->m_underWay.emplace(UnderWay::pathFor(path));
    return file;
}

/// What the process ran that was killed while it wrote this file before.
Result<void> ResultsFile::noteKilled(const std::vector<ChainName>& chains)
{
    for (const auto& [id, replicate] : chains)
        if (const auto point = m_plan.find(id))
            if (auto noted = putFailure(*point, replicate, killedReason(chains.size() == 1)); !noted)
                return noted;
    return commit();
}

void ResultsFile::noteBegun(int worker, std::int64_t point, std::int64_t replicate)
{
    m_underWay->note(worker, point < 0 ? std::string() : m_plan.idOf(point), replicate);
}

ResultsFile::~ResultsFile()
{
    (void)commit().ok();
}

Result<void> ResultsFile::prepare(const ResultsMaker& maker)
{
    const auto id = m_database->integer("PRAGMA application_id");
    if (!id)
        return unreadableResults(m_database->path(), id.error());
    const auto objects = m_database->integer("SELECT count(*) FROM sqlite_schema");
    if (!objects)
        return unreadableResults(m_database->path(), objects.error());
    if (*objects > 0 && *id != kResultsApplicationId)
        return invalidFile(m_database->path() + ": this is a database of another program. Move it away.");
    if (*objects == 0) {
        const std::string sql = "PRAGMA journal_mode = TRUNCATE; BEGIN IMMEDIATE; PRAGMA application_id = " +
                                std::to_string(kResultsApplicationId) +
                                "; PRAGMA user_version = " + std::to_string(kResultsVersion) + ";" + kSchema +
                                "COMMIT";
        if (auto made = m_database->execute(sql.c_str()); !made)
            return made;
    }
    if (auto set = m_database->execute("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL"); !set)
        return set;
    auto putMeta = m_database->prepare("INSERT OR REPLACE INTO meta VALUES (?1, ?2)");
    auto putPoint = m_database->prepare("INSERT OR REPLACE INTO points VALUES (?1, ?2)");
    auto putChain = m_database->prepare("INSERT OR REPLACE INTO chains VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    auto putFailure = m_database->prepare("INSERT OR REPLACE INTO failures VALUES (?1, ?2, ?3)");
    auto dropFailure = m_database->prepare("DELETE FROM failures WHERE point = ?1 AND replicate = ?2");
    for (const auto* statement : {&putMeta, &putPoint, &putChain, &putFailure, &dropFailure})
        if (!*statement)
            return statement->error();
    m_putPoint = *std::move(putPoint);
    m_putChain = *std::move(putChain);
    m_putFailure = *std::move(putFailure);
    m_dropFailure = *std::move(dropFailure);
    if (auto begun = begin(); !begun)
        return begun;
    for (const auto& [key, value] : {std::pair<const char*, std::string>("version", maker.version),
                                     {"device", maker.device},
                                     {"samplingVersion", std::to_string(kSamplingVersion)}}) {
        putMeta->bind(1, std::string_view(key));
        putMeta->bind(2, std::string_view(value));
        if (auto done = putMeta->run(); !done)
            return done;
    }
    return commit();
}

Result<void> ResultsFile::begin()
{
    return m_database->inTransaction() ? Result<void>() : m_database->execute("BEGIN IMMEDIATE");
}

/// What a point is, for whoever opens the file without this program.
Result<void> ResultsFile::notePoint(std::int64_t point)
{
    if (!m_noted.insert(point).second)
        return {};
    nlohmann::ordered_json settings = nlohmann::ordered_json::object();
    const auto cells = m_plan.cells(point);
    for (std::size_t column = 0; column < cells.size(); ++column)
        settings[m_plan.columns()[column]] = cells[column];
    const std::string text = jsonText(std::move(settings));
    m_putPoint.bind(1, std::string_view(m_plan.idOf(point)));
    m_putPoint.bind(2, std::string_view(text));
    return m_putPoint.run();
}

Result<void> ResultsFile::onChain(const ChainValuesPtr& values)
{
    if (auto begun = begin().and_then([&] { return notePoint(values->point); }); !begun)
        return begun;
    const std::string& id = m_plan.idOf(values->point);
    const std::string metrics = namesOf(*values);
    const std::span<const std::uint8_t> body(reinterpret_cast<const std::uint8_t*>(values->values.data()),
                                             values->values.size() * sizeof(double));
    m_putChain.bind(1, std::string_view(id));
    m_putChain.bind(2, values->replicate);
    m_putChain.bind(3, std::string_view(metrics));
    m_putChain.bind(4, std::string_view(values->note));
    m_putChain.bind(5, body);
    m_putChain.bind(6, rowDigest(id, values->replicate, metrics, values->note, body));
    m_dropFailure.bind(1, std::string_view(id));
    m_dropFailure.bind(2, values->replicate);
    return m_putChain.run()
        .and_then([this] { return m_dropFailure.run(); })
        .and_then([this] { return commitWhenDue(); })
        .and_then([&] { return m_next ? m_next->onChain(values) : Result<void>(); });
}

Result<void> ResultsFile::putFailure(std::int64_t point, std::int64_t replicate, const std::string& why)
{
    if (auto begun = begin().and_then([&] { return notePoint(point); }); !begun)
        return begun;
    m_putFailure.bind(1, std::string_view(m_plan.idOf(point)));
    m_putFailure.bind(2, replicate);
    m_putFailure.bind(3, std::string_view(why));
    return m_putFailure.run();
}

Result<void> ResultsFile::onFailed(std::int64_t point, std::int64_t replicate, const Error& why)
{
    return putFailure(point, replicate, why.message)
        .and_then([this] { return commitWhenDue(); })
        .and_then([&] { return m_next ? m_next->onFailed(point, replicate, why) : Result<void>(); });
}

/// While somebody reads, the transaction stays open until the next time.
Result<void> ResultsFile::commitWhenDue()
{
    const auto now = Clock::now();
    if (now - m_lastCommit < kCommitInterval)
        return {};
    auto done = m_database->execute("COMMIT");
    if (!done && m_database->isBusyFailure())
        done = {};
    m_lastCommit = Clock::now();
    return done;
}

Result<void> ResultsFile::commit()
{
    if (!m_database->inTransaction())
        return {};
    Result<void> done = m_database->execute("COMMIT");
    for (int tries = 1; !done && m_database->isBusyFailure() && tries < kBusyTries; ++tries)
        done = m_database->execute("COMMIT");
    m_lastCommit = Clock::now();
    return done;
}

} // namespace hareloom
