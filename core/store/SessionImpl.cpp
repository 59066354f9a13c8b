// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionImpl.h"

#include "core/base/ReadJson.h"
#include "core/recipe/Families.h"
#include "core/recipe/ExperimentJson.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

namespace hareloom {

namespace {

constexpr const char* kGenerationColumns =
    "SELECT chain, idx, seed, realRows, freshRows, syntheticRows, sampleRows, fitIterations, fitConverged, "
    "fitLogLikelihood, note, snapshot FROM generations ";

Generation generationOf(const Statement& row)
{
    Generation g;
    g.chain = static_cast<ChainIndex>(row.integer(0));
    g.index = static_cast<int>(row.integer(1));
    g.seed = static_cast<Seed>(row.integer(2));
    g.realRows = row.integer(3);
    g.freshRows = row.integer(4);
    g.syntheticRows = row.integer(5);
    g.sampleRows = row.integer(6);
    g.fit.iterations = static_cast<int>(row.integer(7));
    g.fit.converged = row.integer(8) != 0;
    g.fit.logLikelihood = row.real(9);
    g.note = row.text(10);
    return g;
}

Result<SnapshotPtr> snapshotOf(std::span<const std::uint8_t> blob)
{
    if (blob.empty())
        return SnapshotPtr();
    const Result<nlohmann::json> object = readCbor(blob);
    if (!object)
        return invalidFile("its snapshot is damaged: " + object.error().message);
    try {
        return snapshotFromJson(*object);
    } catch (const nlohmann::json::exception&) {
        return invalidFile("its snapshot is damaged");
    }
}

std::string placeOf(const Generation& g)
{
    return "chain " + std::to_string(g.chain) + ", generation " + std::to_string(g.index);
}

} // namespace

Session::Impl::~Impl()
{
    if (m_readOnly)
        return;
    (void)commit();
    m_insertGeneration.reset();
    m_insertMetric.reset();
    m_insertName.reset();
    // At rest a session is one file that opens on read-only media too. Fails while another program reads
    // it, which then leaves the log for that one to take in.
    (void)m_database->execute("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE");
}

Result<void> Session::Impl::prepare()
{
    if (Result<void> read = readMeta(); !read)
        return read;
    if (Result<void> read = readNames(); !read || m_readOnly)
        return read;
    if (Result<void> set = m_database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        !set)
        return set;
    const std::pair<std::optional<Statement>*, const char*> statements[] = {
        {&m_insertGeneration, "INSERT INTO generations VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)"},
        {&m_insertMetric, "INSERT INTO metrics VALUES (?1,?2,?3,?4)"},
        {&m_insertName, "INSERT INTO metricNames VALUES (?1,?2)"}};
    for (const auto& [target, sql] : statements) {
        Result<Statement> statement = m_database->prepare(sql);
        if (!statement)
            return statement.error();
        *target = std::move(statement).value();
    }
    return {};
}

Result<void> Session::Impl::readMeta()
{
    std::unordered_map<std::string, std::string> meta;
    if (const auto read =
            m_database->forEachRow("SELECT key, value FROM meta",
                                   [&meta](const Statement& row) { meta[row.text(0)] = row.text(1); });
        !read)
        return read;
    Result<Experiment> experiment = parseRecordedExperiment(meta["experiment"], m_path);
    if (!experiment)
        return invalidFile("The session's experiment is damaged or not known to this program: " +
                           experiment.error().message);
    m_experiment = std::move(experiment).value();
    m_experiment.baseFolder = meta["baseFolder"];
    m_checkpoints.emplace(m_path, m_experiment);
    m_provenance = {meta["version"], meta["device"], std::atoi(meta["threads"].c_str()),
                    std::atoi(meta["samplingVersion"].c_str()), meta["created"]};
    return {};
}

Result<void> Session::Impl::readNames()
{
    m_nameIds.clear();
    m_names.clear();
    return m_database->forEachRow("SELECT id, name FROM metricNames", [this](const Statement& row) {
        m_nameIds[row.text(1)] = row.integer(0);
        m_names.insert_or_assign(row.integer(0), MetricName(row.text(1)));
    });
}

Result<void> Session::Impl::begin()
{
    return m_database->inTransaction() ? Result<void>{} : m_database->execute("BEGIN IMMEDIATE");
}

Error Session::Impl::undo(const Error& cause)
{
    // SQLite has undone it by itself after some failures, a full disk among them.
    if (m_database->inTransaction())
        (void)m_database->execute("ROLLBACK");
    (void)readNames();
    m_checkpoints->undone();
    return cause;
}

Result<void> Session::Impl::append(const Generation& generation)
{
    if (m_readOnly)
        return invalidInput(m_path + ": the session was opened for reading only.");
    if (Result<void> begun = begin(); !begun)
        return begun;
    if (Result<void> done = insert(generation); !done) {
        if (m_database->isConstraintFailure())
            return undo(invalidInput(m_path + ": the session already holds " + placeOf(generation) +
                                     "; another program may be writing to it."));
        return undo(done.error());
    }
    if (Result<void> done = insertMetrics(generation); !done)
        return undo(done.error());
    return {};
}

Result<void> Session::Impl::insert(const Generation& g)
{
    std::vector<std::uint8_t> snapshot;
    if (Result<void> written = m_checkpoints->write(g); !written)
        return written;
    if (g.snapshot) {
        snapshot = nlohmann::json::to_cbor(toJsonWithoutWeights(*g.snapshot));
    }
    Statement& row = *m_insertGeneration;
    row.bind(1, static_cast<std::int64_t>(g.chain));
    row.bind(2, static_cast<std::int64_t>(g.index));
    row.bind(3, static_cast<std::int64_t>(g.seed));
    row.bind(4, g.realRows);
    row.bind(5, g.freshRows);
    row.bind(6, g.syntheticRows);
    row.bind(7, g.sampleRows);
    row.bind(8, static_cast<std::int64_t>(g.fit.iterations));
    row.bind(9, static_cast<std::int64_t>(g.fit.converged));
    row.bind(10, g.fit.logLikelihood);
    row.bind(11, std::string_view(g.note));
    row.bind(12, std::span<const std::uint8_t>(snapshot));
    return row.run();
}

Result<void> Session::Impl::insertMetrics(const Generation& g)
{
    Statement& row = *m_insertMetric;
    for (const MetricValue& metric : g.metrics) {
        const Result<std::int64_t> id = nameId(*metric.name);
        if (!id)
            return id.error();
        row.bind(1, static_cast<std::int64_t>(g.chain));
        row.bind(2, static_cast<std::int64_t>(g.index));
        row.bind(3, *id);
        row.bind(4, metric.value);
        if (Result<void> done = row.run(); !done)
            return done;
    }
    return {};
}

Result<std::int64_t> Session::Impl::nameId(const std::string& name)
{
    if (const auto known = m_nameIds.find(name); known != m_nameIds.end())
        return known->second;
    const auto id = static_cast<std::int64_t>(m_nameIds.size()) + 1;
    m_insertName->bind(1, id);
    m_insertName->bind(2, std::string_view(name));
    if (Result<void> done = m_insertName->run(); !done)
        return done.error();
    m_nameIds[name] = id;
    m_names.insert_or_assign(id, MetricName(name));
    return id;
}

Result<void> Session::Impl::commit()
{
    if (!m_database->inTransaction())
        return {};
    if (Result<void> done = m_database->execute("COMMIT"); !done)
        return undo(done.error());
    m_checkpoints->committed();
    return {};
}

Result<std::vector<GenerationPtr>> Session::Impl::read(std::optional<std::pair<ChainIndex, int>> only,
                                                       std::vector<std::string>* problems)
{
    const std::string where = only ? "WHERE chain = ?1 AND idx = ?2 " : "";
    const std::string rowsSql = kGenerationColumns + where + "ORDER BY chain, idx";
    const std::string metricsSql =
        "SELECT chain, idx, name, value FROM metrics " + where + "ORDER BY chain, idx, name";
    Result<Statement> rows = m_database->prepare(rowsSql.c_str());
    if (!rows)
        return rows.error();
    Result<Statement> metrics = m_database->prepare(metricsSql.c_str());
    if (!metrics)
        return metrics.error();
    for (Statement* statement : {&*rows, &*metrics}) {
        if (!only)
            break;
        statement->bind(1, static_cast<std::int64_t>(only->first));
        statement->bind(2, static_cast<std::int64_t>(only->second));
    }
    return readRows(*rows, *metrics, problems);
}

Result<std::vector<GenerationPtr>> Session::Impl::readRows(Statement& rows, Statement& metrics,
                                                           std::vector<std::string>* problems)
{
    if (Result<void> read = readNames(); !read)
        return read.error();
    Result<bool> metricRow = metrics.step();
    if (!metricRow)
        return metricRow.error();
    bool hasMetric = *metricRow;
    std::vector<GenerationPtr> generations;
    for (;;) {
        const Result<bool> row = rows.step();
        if (!row)
            return row.error();
        if (!*row)
            return generations;
        Generation generation = generationOf(rows);
        Result<SnapshotPtr> snapshot = snapshotOf(rows.blob(11));
        if (snapshot)
            snapshot = m_checkpoints->withWeights(generation.chain, generation.index, *snapshot);
        if (snapshot)
            generation.snapshot = std::move(snapshot).value();
        else if (problems)
            problems->push_back(placeOf(generation) + ": " + snapshot.error().message);
        else
            return invalidFile(m_path + ": " + placeOf(generation) + " is damaged (" +
                               snapshot.error().message + ").");
        if (Result<void> read = readMetrics(metrics, generation, hasMetric); !read)
            return read.error();
        generations.push_back(std::make_shared<const Generation>(std::move(generation)));
    }
}

/// Both statements are in the order of (chain, idx): one pass merges them.
Result<void> Session::Impl::readMetrics(Statement& metrics, Generation& generation, bool& hasRow)
{
    const std::pair<std::int64_t, std::int64_t> wanted(generation.chain, generation.index);
    while (hasRow) {
        const std::pair<std::int64_t, std::int64_t> place(metrics.integer(0), metrics.integer(1));
        if (place > wanted)
            return {};
        const auto name = m_names.find(metrics.integer(2));
        if (place == wanted && name != m_names.end())
            generation.metrics.push_back({name->second, metrics.real(3)});
        const Result<bool> next = metrics.step();
        if (!next)
            return next.error();
        hasRow = *next;
    }
    return {};
}

Error Session::Impl::noSuchGeneration(ChainIndex chain, int index)
{
    const Result<std::int64_t> chains = m_database->integer("SELECT count(DISTINCT chain) FROM generations");
    const std::string inChain = "SELECT count(*) FROM generations WHERE chain = " + std::to_string(chain);
    const Result<std::int64_t> count = m_database->integer(inChain.c_str());
    if (!chains || !count)
        return chains ? count.error() : chains.error();
    const std::string asked = m_path + ": there is no generation " + std::to_string(index) + " of chain " +
                              std::to_string(chain) + "; ";
    if (*chains == 0)
        return invalidInput(asked + "the session holds no generation yet.");
    if (*count == 0)
        return invalidInput(asked + "the session has chains 0 to " + std::to_string(*chains - 1) + ".");
    return invalidInput(asked + "this chain has generations 0 to " + std::to_string(*count - 1) + ".");
}

} // namespace hareloom
