// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionImpl.h"

#include "core/recipe/ExperimentJson.h"
#include "core/store/ForksText.h"
#include "core/store/LinkCheck.h"
#include "core/store/Recorded.h"
#include "core/store/SourcesText.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

namespace hareloom {

namespace {

Error isDamaged(const std::string& path, const std::string& what)
{
    return invalidFile(path + ": the session is damaged (" + what + "); fetch a whole copy of it.");
}

} // namespace

Session::Impl::~Impl()
{
    if (!m_lock)
        return;
    (void)commit();
    m_writer.reset();
    // At rest a session is one file that opens on read-only media too. Fails while another program reads
    // it, which then leaves the log for that one to take in.
    (void)m_database->execute("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE");
}

Result<void> Session::Impl::prepare()
{
    if (Result<void> read = readMeta(); !read)
        return read;
    if (Result<void> read = readNames(); !read)
        return read;
    return m_lock ? prepareToWrite() : Result<void>();
}

Result<void> Session::Impl::prepareToWrite()
{
    // Where weights lie beside it, the log reaches the disk before weights are deleted that it replaces.
    const char* const synchronous =
        m_plan.isOfNetworks() ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL";
    if (Result<void> set = m_database->execute(synchronous); !set)
        return set;
    if (m_version != kSessionVersion)
        return bringUpToDate();
    return checkWhatIsRecorded().and_then([this] { return makeWriter(); });
}

Result<void> Session::Impl::makeWriter()
{
    Result<std::unique_ptr<SessionWriter>> writer =
        SessionWriter::make(*m_database, m_plan, m_metrics, *m_checkpoints);
    if (!writer)
        return writer.error();
    m_writer = *std::move(writer);
    return {};
}

/// What is to be gone on with must be what was begun.
Result<void> Session::Impl::checkWhatIsRecorded()
{
    const Result<Total> recorded = readTotal(*m_database, kMetaTotal), found = metaTotal(*m_database);
    if (!recorded || !found)
        return recorded ? found.error() : recorded.error();
    if (recorded->count != found->count || recorded->digest != found->digest)
        return isDamaged(m_path, "its experiment or what it says of its making is not what was written");
    return {};
}

Result<void> Session::Impl::readMeta()
{
    std::unordered_map<std::string, std::string> meta;
    if (const auto read =
            m_database->forEachRow("SELECT key, value FROM meta LIMIT 1000",
                                   [&meta](const Statement& row) { meta[row.text(0)] = row.text(1); });
        !read)
        return read;
    Result<Experiment> experiment = parseRecordedExperiment(meta["experiment"], m_path);
    if (!experiment)
        return invalidFile("The session's experiment is damaged or not known to this program: " +
                           experiment.error().message);
    m_experiment = std::move(experiment).value();
    m_younger = hareloom::youngerSettings(meta["experiment"], m_experiment);
    m_experiment.baseFolder = meta["baseFolder"];
    m_sources = sourcesFromText(meta["sources"]);
    const std::string every = meta["snapshotEvery"]; // an older version kept them all
    const std::size_t variants = std::max<std::size_t>(1, m_experiment.variants.size());
    Result<Forks> forks = forksFromText(meta["branches"], variants, m_experiment.generations);
    if (!forks)
        return isDamaged(m_path, forks.error().message);
    const auto weights =
        WeightNumbers::fromText(meta["weightNumbers"], {static_cast<std::int64_t>(variants),
                                                        std::max<std::int64_t>(1, m_experiment.chains)});
    if (!weights)
        return isDamaged(m_path, weights.error().message);
    m_plan = ChainPlan(m_experiment, every.empty() ? 1 : std::max<std::int64_t>(0, std::atoll(every.c_str())),
                       *std::move(forks), *weights);
    m_checkpoints.emplace(m_path, m_plan);
    m_provenance = {meta["version"], meta["device"], std::atoi(meta["threads"].c_str()),
                    std::atoi(meta["samplingVersion"].c_str()), meta["created"]};
    return {};
}

Result<void> Session::Impl::readNames()
{
    m_metrics.clear();
    bool areKnown = true;
    if (const auto read = m_database->forEachRow(
            "SELECT id, name FROM metricNames ORDER BY id LIMIT 1000001",
            [&](const Statement& row) { areKnown = areKnown && m_metrics.add(row.integer(0), row.text(1)); });
        !read)
        return read;
    if (!areKnown)
        return isDamaged(m_path, "its metrics have names that are not known, or numbers out of order");
    if (m_version != kSessionVersion)
        return {};
    const Result<Total> recorded = readTotal(*m_database, kNamesTotal);
    if (!recorded)
        return recorded.error();
    const auto count = static_cast<std::int64_t>(m_metrics.names().size());
    if (recorded->count != count || (count > 0 && recorded->digest != namesDigest(m_metrics)))
        return isDamaged(m_path, "the names of its metrics are not those that were written");
    return {};
}

/// A file of an older format gets the tables of this one, in one step: killed before its end, it is the old
/// one still.
Result<void> Session::Impl::bringUpToDate()
{
    const std::string schema = std::string("BEGIN IMMEDIATE; ALTER TABLE meta RENAME TO oldMeta; "
                                           "ALTER TABLE metricNames RENAME TO oldNames;") +
                               kSessionSchema + "INSERT INTO meta SELECT key, value FROM oldMeta;";
    const std::string end = "DROP TABLE oldMeta; DROP TABLE oldNames; DROP TABLE metrics; DROP TABLE "
                            "generations; PRAGMA user_version = " +
                            std::to_string(kSessionVersion);
    Result<void> done = m_database->execute(schema.c_str())
                            .and_then([this] { return copyOldLinks(); })
                            .and_then([&] { return m_database->execute(end.c_str()); })
                            .and_then([this] { return putMetaTotal(*m_database); })
                            .and_then([this] { return m_writer->commit(); });
    if (!done) {
        m_writer.reset();
        m_database->rollBack();
        return done;
    }
    m_version = kSessionVersion;
    return {};
}

Result<void> Session::Impl::copyOldLinks()
{
    // Names keep their numbers, and so metrics their order.
    const MetricTable oldNames = m_metrics;
    m_metrics.clear();
    if (Result<void> made = makeWriter(); !made)
        return made;
    for (const MetricName& name : oldNames.names())
        (void)m_metrics.idOf(name);
    Result<std::unique_ptr<StoredLinks>> rows =
        readOldLinks({*m_database, m_plan, oldNames, [](ChainIndex, int) { return Detail::Model; }});
    if (!rows)
        return rows.error();
    LinkCheck check(m_plan);
    for (;;) {
        Result<std::optional<StoredLink>> link = (*rows)->next();
        if (!link)
            return isDamaged(m_path, link.error().message);
        if (!*link)
            return {};
        check.check(**link);
        if (!(*link)->problem.empty())
            return isDamaged(m_path, (*link)->problem);
        if (Result<void> added = m_writer->append(*(*link)->generation); !added)
            return added;
    }
}

/// Within a transaction.
Result<void> Session::Impl::writeMetaRow(std::string_view key, std::string_view value)
{
    Result<Statement> put = m_database->prepare("INSERT OR REPLACE INTO meta VALUES (?1, ?2)");
    if (!put)
        return put.error();
    put->bind(1, key);
    put->bind(2, value);
    return put->run().and_then([this] { return putMetaTotal(*m_database); });
}

Result<void> Session::Impl::putMeta(std::string_view key, std::string_view value)
{
    Result<void> done = commit()
                            .and_then([this] { return m_database->execute("BEGIN IMMEDIATE"); })
                            .and_then([&] { return writeMetaRow(key, value); })
                            .and_then([this] { return m_database->execute("COMMIT"); });
    if (!done)
        m_database->rollBack();
    return done;
}

Result<void> Session::Impl::commit()
{
    if (m_writer)
        if (Result<void> done = m_writer->commit(); !done)
            return done;
    if (m_lock && m_lock->isFileGone())
        return systemError(m_path +
                           ": the session was deleted, or replaced by another file, while it was being "
                           "written; what was finished is lost with it. Run the experiment again.");
    return {};
}

Result<std::vector<int>> Session::Impl::lengths() const
{
    if (m_version != kSessionVersion)
        return lengthsInOldTables(*m_database, m_plan);
    return lengthsInBlocks(*m_database, m_plan).transform([this](const std::vector<int>& ends) {
        return wholeLengths(m_plan, ends);
    });
}

Result<std::unique_ptr<StoredLinks>> Session::Impl::links(WantedDetail wanted,
                                                          std::optional<std::pair<ChainIndex, int>> only)
{
    if (!hasForks(m_plan.forks())) {
        const auto range =
            only ? std::optional(LinkRange{only->first, only->second, only->second}) : std::nullopt;
        return keptLinks(std::move(wanted), range);
    }
    Result<std::vector<int>> lengths = this->lengths();
    if (!lengths)
        return lengths.error();
    if (Result<void> read = m_writer ? Result<void>() : readNames(); !read)
        return read.error();
    LinkContext context{*m_database, m_plan, m_metrics, std::move(wanted), std::nullopt};
    return readWholeChains(std::move(context), *std::move(lengths), only);
}

Result<std::unique_ptr<StoredLinks>> Session::Impl::keptLinks(WantedDetail wanted,
                                                              std::optional<LinkRange> only)
{
    if (!m_writer) // another may have written since
        if (Result<void> read = readNames(); !read)
            return read.error();
    LinkContext context{*m_database, m_plan, m_metrics, std::move(wanted), only};
    return m_version == kSessionVersion ? readBlocks(std::move(context)) : readOldLinks(std::move(context));
}

Result<GenerationPtr> Session::Impl::complete(StoredLink link, Detail detail) const
{
    if (!link.problem.empty())
        return isDamaged(m_path, link.problem);
    if (detail == Detail::Weights) {
        Result<SnapshotPtr> whole = m_checkpoints->withWeights(
            link.chain, link.index, link.generation->snapshot, link.extras.weightsDigest);
        if (!whole)
            return isDamaged(m_path, placeOf(link.chain, link.index) + ": " + whole.error().message);
        link.generation->snapshot = *std::move(whole);
    }
    return GenerationPtr(std::move(link.generation));
}

Error Session::Impl::noSuchGeneration(ChainIndex chain, int index)
{
    const Result<std::vector<int>> lengths = this->lengths();
    if (!lengths)
        return lengths.error();
    const std::string asked = m_path + ": there is no generation " + std::to_string(index) + " of chain " +
                              std::to_string(chain) + "; ";
    if (lengths->empty())
        return invalidInput(asked + "the session holds no generation yet.");
    if (chain < 0 || chain >= std::ssize(*lengths) || (*lengths)[static_cast<std::size_t>(chain)] == 0)
        return invalidInput(asked + "the session has chains 0 to " + std::to_string(lengths->size() - 1) +
                            ".");
    return invalidInput(asked + "this chain has generations 0 to " +
                        std::to_string((*lengths)[static_cast<std::size_t>(chain)] - 1) + ".");
}

} // namespace hareloom
