// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/store/LinkCheck.h"
#include "core/store/Recorded.h"
#include "core/store/SessionImpl.h"

#include <algorithm>
#include <map>

namespace hareloom {

namespace {

/// Sentences, of which the first are kept.
class Problems
{
public:
    void add(std::string sentence)
    {
        if (++m_count <= Session::kMaxProblems)
            m_sentences.push_back(std::move(sentence));
    }
    void add(const Result<void>& result)
    {
        if (!result)
            add(result.error().message);
    }

    std::vector<std::string> sentences() &&
    {
        if (m_count > Session::kMaxProblems)
            m_sentences.push_back("... and " + std::to_string(m_count - Session::kMaxProblems) +
                                  " more problems");
        return std::move(m_sentences);
    }

private:
    std::vector<std::string> m_sentences;
    std::int64_t m_count = 0;
};

/// What is known of links that were read.
class Check
{
public:
    Check(const Session::Impl& session, Problems& problems) : m_session(session), m_problems(problems) {}

    void link(const StoredLink& link)
    {
        if (m_last && m_last->chain != link.chain)
            endChain();
        m_seen += link.count;
        if (!link.problem.empty())
            m_problems.add(link.problem);
        if (!link.generation)
            return;
        seed(*link.generation);
        metrics(*link.generation);
        weights(link);
        m_last = link.generation;
        m_lastExtras = link.extras;
    }

    /// After the last.
    void endChain()
    {
        if (!m_last)
            return;
        if (!m_lastExtras.hasSnapshot)
            problem(*m_last, "its snapshot is missing, so the chain cannot go on");
        if (m_lastHasNoWeights)
            problem(*m_last, "its weights are missing beside the session");
        m_last = nullptr;
        m_lastHasNoWeights = false;
    }

    std::int64_t seen() const { return m_seen; }

private:
    void problem(const Generation& g, const std::string& what)
    {
        m_problems.add(placeOf(g.chain, g.index) + ": " + what);
    }

    void seed(const Generation& g)
    {
        if (g.seed != m_session.m_plan.seedOf(g.chain, g.index))
            problem(g, "its seed does not follow from the experiment's");
    }

    void metrics(const Generation& g)
    {
        if (g.index == m_session.m_plan.firstOwn(g.chain))
            m_expected =
                g.index > 0 ? m_ofFirst[m_session.m_plan.homeOf(g.chain, 0)] : std::vector<MetricName>();
        if (g.index == 0) {
            for (const MetricValue& metric : g.metrics)
                m_expected.push_back(metric.name);
            if (!m_session.m_plan.forks().empty())
                m_ofFirst[g.chain] = m_expected;
        }
        // A model that collapsed beyond fitting has a note instead.
        if (!g.note.empty())
            return;
        if (g.metrics.empty())
            problem(g, "it has no metrics");
        for (const MetricName& expected : m_expected) {
            const auto same = [&expected](const MetricValue& m) { return m.name == expected; };
            if (std::none_of(g.metrics.begin(), g.metrics.end(), same))
                problem(g, "the metric " + *expected + " is missing");
        }
    }

    // Without generation 0's a chain cannot be measured, without the last it cannot go on.
    void weights(const StoredLink& link)
    {
        const Generation& g = *link.generation;
        m_lastHasNoWeights = false;
        if (!g.snapshot || g.snapshot->isComplete())
            return;
        const Checkpoints& checkpoints = *m_session.m_checkpoints;
        const Result<std::string> found = checkpoints.digestOf(g.chain, g.index, *g.snapshot);
        if (!found)
            return problem(g, found.error().message);
        m_lastHasNoWeights = found->empty();
        if (found->empty() && g.index == 0)
            problem(g, "its weights are missing beside the session");
        else if (!found->empty() && link.extras.weightsDigest.empty()) {
            if (const auto read = checkpoints.withWeights(g.chain, g.index, g.snapshot, {}); !read)
                problem(g, read.error().message);
        } else if (!found->empty() && *found != link.extras.weightsDigest)
            problem(g, "the weights beside the session are not those that were written");
    }

    const Session::Impl& m_session;
    Problems& m_problems;
    std::shared_ptr<const Generation> m_last;
    RecordExtras m_lastExtras;
    bool m_lastHasNoWeights = false;
    std::vector<MetricName> m_expected; // what generation 0 of the chain has
    std::map<ChainIndex, std::vector<MetricName>>
        m_ofFirst; // the same, of chains that others may branch from
    std::int64_t m_seen = 0;
};

/// SQLite's own check of the file's pages and indexes.
Result<void> checkPages(const Database& database, Problems& problems)
{
    return database.forEachRow("PRAGMA integrity_check(20)", [&problems](const Statement& row) {
        if (row.text(0) != "ok")
            problems.add("the file is damaged: " + printable(row.text(0)));
    });
}

/// Format 1: metrics of generations that are not there.
Result<void> checkOrphans(const Database& database, Problems& problems)
{
    const Result<std::int64_t> orphans =
        database.integer("SELECT count(*) FROM metrics m WHERE NOT EXISTS (SELECT 1 FROM generations g WHERE "
                         "g.chain = m.chain AND g.idx = m.idx)"
                         " OR NOT EXISTS (SELECT 1 FROM metricNames n WHERE n.id = m.name)");
    if (!orphans)
        return orphans.error();
    if (*orphans > 0)
        problems.add(std::to_string(*orphans) + " metric values belong to no generation or have no name");
    return {};
}

/// Format 2: what the session says of itself as a whole.
Result<void> checkTotals(const Database& database, std::int64_t seen, Problems& problems)
{
    const Result<Total> recorded = readTotal(database, kMetaTotal), found = metaTotal(database),
                        blocks = readTotal(database, kBlocksTotal);
    if (!recorded || !found || !blocks)
        return !recorded ? recorded.error() : !found ? found.error() : blocks.error();
    if (recorded->count != found->count || recorded->digest != found->digest)
        problems.add("the experiment, or what the session says of its making, is not what was written");
    if (blocks->count != seen)
        problems.add("it holds " + std::to_string(seen) + " generations, of " +
                     std::to_string(blocks->count) + " that were written");
    Digest sum{};
    const auto mixed = database.forEachRow("SELECT digest FROM blocks", [&sum](const Statement& row) {
        Digest digest{};
        const auto bytes = row.blob(0);
        std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
        mixInto(sum, digest);
    });
    if (mixed && sum != blocks->digest)
        problems.add("some generations are not those that were written: the digest of all of them differs");
    return mixed;
}

/// Reads every link; one that cannot be read is a problem, and not the end.
Result<void> checkLinks(Session::Impl& session, Check& check, Problems& problems)
{
    if (const auto lengths = session.lengths(); !lengths)
        problems.add(lengths.error().message);
    Result<std::unique_ptr<StoredLinks>> links =
        session.keptLinks([](ChainIndex, int) { return Detail::Model; });
    if (!links)
        return links.error();
    LinkCheck order(session.m_plan, LinkCheck::Chains::AsKept);
    for (;;) {
        Result<std::optional<StoredLink>> link = (*links)->next();
        if (!link)
            return link.error();
        if (!*link)
            break;
        order.check(**link);
        check.link(**link);
    }
    check.endChain();
    return session.m_version == kSessionVersion ? checkTotals(*session.m_database, check.seen(), problems)
                                                : checkOrphans(*session.m_database, problems);
}

} // namespace

Result<std::vector<std::string>> Session::verify() const
{
    if (Result<void> done = m_impl->commit(); !done)
        return done.error();
    // A damaged file fails the very reading: that is a finding here, not an error.
    Problems problems;
    problems.add(checkPages(*m_impl->m_database, problems));
    Check check(*m_impl, problems);
    problems.add(checkLinks(*m_impl, check, problems));
    return std::move(problems).sentences();
}

} // namespace hareloom
