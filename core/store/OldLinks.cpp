// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoredLinks.h"

#include <array>

namespace hareloom {

namespace {

using Place = std::pair<std::int64_t, std::int64_t>;

using MetricKey = std::array<std::int64_t, 3>; // chain, idx, name

Place placeIn(const Statement& row)
{
    return {row.integer(0), row.integer(1)};
}

class OldLinks final : public StoredLinks
{
public:
    OldLinks(LinkContext context, Statement rows, Statement metrics)
        : m_context(std::move(context)), m_rows(std::move(rows)), m_metrics(std::move(metrics))
    {
    }

    Result<std::optional<StoredLink>> next() override
    {
        if (!m_hasBegun) {
            m_hasBegun = true;
            if (Result<void> stepped = stepMetrics(); !stepped)
                return stepped.error();
        }
        const Result<bool> row = m_rows.step();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<StoredLink>();
        const Place place = placeIn(m_rows);
        if (m_lastPlace >= place)
            return invalidFile("its table of generations is out of order, or holds negative numbers");
        m_lastPlace = place;
        StoredLink link = linkOf(place);
        if (Result<void> read = readMetrics(place, link); !read)
            return read.error();
        return std::optional<StoredLink>(std::move(link));
    }

private:
    StoredLink linkOf(const Place& place)
    {
        StoredLink link;
        if (const std::string problem = outOfRange(m_context.plan, place.first, place.second);
            !problem.empty()) {
            link.problem = "chain " + std::to_string(place.first) + ", generation " +
                           std::to_string(place.second) + ": " + problem;
            return link;
        }
        link.chain = static_cast<ChainIndex>(place.first);
        link.index = static_cast<int>(place.second);
        link.generation = readRow(link);
        const auto blob = m_rows.blob(11);
        link.extras.hasSnapshot = !blob.empty();
        if (blob.empty())
            link.problem = placeOf(link.chain, link.index) + ": its snapshot is missing";
        else if (m_context.wanted(link.chain, link.index) != Detail::Metrics) {
            Result<SnapshotPtr> snapshot = snapshotFromCbor(blob, m_context.plan.familyOf(link.chain));
            if (snapshot)
                link.generation->snapshot = *std::move(snapshot);
            else
                link.problem = placeOf(link.chain, link.index) + ": " + snapshot.error().message;
        }
        return link;
    }

    std::shared_ptr<Generation> readRow(StoredLink& link)
    {
        auto g = std::make_shared<Generation>();
        g->chain = link.chain;
        g->index = link.index;
        g->seed = static_cast<Seed>(m_rows.integer(2));
        g->realRows = m_rows.integer(3);
        g->freshRows = m_rows.integer(4);
        g->syntheticRows = m_rows.integer(5);
        g->sampleRows = m_rows.integer(6);
        g->fit.iterations = static_cast<int>(m_rows.integer(7));
        g->fit.converged = m_rows.integer(8) != 0;
        g->fit.logLikelihood = m_rows.real(9);
        g->note = m_rows.text(10);
        for (int column = 2; column < 9; ++column)
            if (!m_rows.isInteger(column) || (column > 2 && m_rows.integer(column) < 0))
                link.problem = placeOf(link.chain, link.index) + ": its counts are no whole numbers";
        return g;
    }

    /// Both statements are in the order of (chain, idx): one pass merges them. Values of generations that are
    /// not there are passed over; verify() counts them.
    Result<void> readMetrics(const Place& wanted, StoredLink& link)
    {
        while (m_hasMetric && placeIn(m_metrics) <= wanted) {
            const auto name = m_context.metrics.nameOf(static_cast<std::uint64_t>(m_metrics.integer(2)));
            if (placeIn(m_metrics) == wanted && link.generation) {
                if (name && m_metrics.isNumberOrNull(3))
                    link.generation->metrics.push_back({*name, m_metrics.real(3)});
                else
                    link.problem =
                        placeOf(link.chain, link.index) +
                        (name ? ": the metric " + **name + " is no number" : ": a metric has no name");
            }
            if (Result<void> stepped = stepMetrics(); !stepped)
                return stepped;
        }
        return {};
    }

    Result<void> stepMetrics()
    {
        const Result<bool> row = m_metrics.step();
        if (!row)
            return row.error();
        const bool isFirst = !m_hasMetric;
        const MetricKey before = m_metric;
        m_hasMetric = *row;
        if (m_hasMetric)
            m_metric = {m_metrics.integer(0), m_metrics.integer(1), m_metrics.integer(2)};
        if (m_hasMetric && !isFirst && before >= m_metric)
            return invalidFile("its table of metrics is out of order");
        return {};
    }

    LinkContext m_context;
    Statement m_rows, m_metrics;
    bool m_hasBegun = false, m_hasMetric = false;
    MetricKey m_metric{}; // of the row that m_metrics stands on
    Place m_lastPlace{-1, -1};
};

} // namespace

Result<std::unique_ptr<StoredLinks>> readOldLinks(LinkContext context)
{
    const std::string where = context.only ? "WHERE chain = ?1 AND idx = ?2 " : "";
    const std::string rowsSql =
        "SELECT chain, idx, seed, realRows, freshRows, syntheticRows, sampleRows, fitIterations, "
        "fitConverged, fitLogLikelihood, note, snapshot FROM generations " +
        where + "ORDER BY chain, idx";
    const std::string metricsSql =
        "SELECT chain, idx, name, value FROM metrics " + where + "ORDER BY chain, idx, name";
    Result<Statement> rows = context.database.prepare(rowsSql.c_str());
    if (!rows)
        return rows.error();
    Result<Statement> metrics = context.database.prepare(metricsSql.c_str());
    if (!metrics)
        return metrics.error();
    for (Statement* statement : {&*rows, &*metrics})
        if (context.only) {
            statement->bind(1, static_cast<std::int64_t>(context.only->chain));
            statement->bind(2, static_cast<std::int64_t>(context.only->first));
        }
    return std::unique_ptr<StoredLinks>(
        std::make_unique<OldLinks>(std::move(context), *std::move(rows), *std::move(metrics)));
}

} // namespace hareloom
