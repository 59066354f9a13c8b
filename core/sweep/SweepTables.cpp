// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepTables.h"

#include "core/base/Quantile.h"
#include "core/recipe/SweepJson.h"
#include "core/store/Export.h"
#include "core/store/TableWriter.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hareloom {
namespace {

Cell cellOf(double value)
{
    if (std::isnan(value))
        return {};
    return std::isinf(value) ? Cell(std::string(value > 0 ? "Inf" : "-Inf")) : Cell(value);
}

std::vector<std::string> columnsOf(const SweepPlan& plan, SweepTable form,
                                   const std::vector<MetricName>& metrics)
{
    std::vector<std::string> columns = plan.columns();
    if (form != SweepTable::Summary)
        columns.emplace_back("replicate");
    columns.emplace_back("generation");
    if (form == SweepTable::Wide) {
        for (const MetricName& metric : metrics)
            columns.push_back(*metric);
        return columns;
    }
    columns.emplace_back("metric");
    columns.emplace_back(form == SweepTable::Long ? "value" : "chains");
    if (form == SweepTable::Summary)
        for (const SweepStatistic& statistic : plan.sweep().summary.statistics)
            columns.push_back(statisticName(statistic));
    return columns;
}

/// Writes one form of the table, point by point.
class Tables
{
public:
    Tables(const SweepPlan& plan, SweepResults& results, SweepTable form, std::ostream& out)
        : m_plan(plan),
          m_results(results),
          m_form(form),
          m_metrics(results.metrics()),
          m_table(out, TableFormat::Csv, columnsOf(plan, form, m_metrics))
    {
    }

    void point(std::int64_t point)
    {
        m_row.clear();
        for (std::string& cell : m_plan.cells(point))
            m_row.emplace_back(std::move(cell));
        std::vector<ChainValuesPtr> chains;
        for (std::int64_t replicate = 0; replicate < m_plan.replicates(); ++replicate) {
            if (!m_results.isDone(point, replicate))
                continue;
            auto values = m_results.values(point, replicate);
            if (!values)
                m_problems.push_back(values.error().message);
            else if (m_form == SweepTable::Summary)
                chains.push_back(*std::move(values));
            else
                chain(**values);
        }
        if (!chains.empty())
            summary(m_plan.experimentOf(point).generations, chains);
    }

    Result<std::vector<std::string>> finish()
    {
        return m_table.finish().and_then([this] { return Result<std::vector<std::string>>(m_problems); });
    }

private:
    void write(std::vector<Cell> own)
    {
        const std::size_t common = m_row.size();
        m_row.insert(m_row.end(), own.begin(), own.end());
        m_table.row(m_row);
        m_row.resize(common);
    }

    void chain(const ChainValues& values)
    {
        for (std::int64_t g = 0; g < values.generations(); ++g) {
            std::vector<Cell> cells{values.replicate, g};
            for (const MetricName& metric : m_metrics) {
                const Cell cell = cellOf(values.value(*metric, g));
                if (m_form == SweepTable::Wide)
                    cells.push_back(cell);
                else if (std::find(values.metrics.begin(), values.metrics.end(), metric) !=
                         values.metrics.end())
                    write({values.replicate, g, *metric, cell});
            }
            if (m_form == SweepTable::Wide)
                write(std::move(cells));
        }
    }

    bool isWanted(const MetricName& metric) const
    {
        const auto& wanted = m_plan.sweep().summary.metrics;
        return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
                   return isMetric(*metric, name);
               });
    }

    /// The generations that the summary has of a point, by number; the last one of each chain as that of all.
    std::vector<std::int64_t> generationsOf(const std::vector<ChainValuesPtr>& chains) const
    {
        if (!m_plan.sweep().summary.generations.empty())
            return m_plan.sweep().summary.generations;
        std::int64_t most = 0;
        for (const ChainValuesPtr& chain : chains)
            most = std::max(most, chain->generations());
        std::vector<std::int64_t> all(static_cast<std::size_t>(most));
        std::iota(all.begin(), all.end(), 0);
        return all;
    }

    void summary(std::int64_t lastGeneration, const std::vector<ChainValuesPtr>& chains)
    {
        for (const std::int64_t generation : generationsOf(chains))
            for (const MetricName& metric : m_metrics) {
                if (!isWanted(metric))
                    continue;
                std::vector<double> values;
                for (const ChainValuesPtr& chain : chains)
                    if (const double value = chain->value(*metric, generation); !std::isnan(value))
                        values.push_back(value);
                std::vector<Cell> cells{generation == kLastGeneration ? lastGeneration : generation, *metric,
                                        std::ssize(values)};
                for (const SweepStatistic& statistic : m_plan.sweep().summary.statistics)
                    cells.push_back(cellOf(statisticOf(statistic, values)));
                write(std::move(cells));
            }
    }

    const SweepPlan& m_plan;
    SweepResults& m_results;
    SweepTable m_form;
    std::vector<MetricName> m_metrics;
    TableWriter m_table;
    std::vector<Cell> m_row; // what all rows of a point begin with
    std::vector<std::string> m_problems;
};

} // namespace

double statisticOf(const SweepStatistic& statistic, const std::vector<double>& values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    if (statistic.kind == SweepStatistic::Kind::Mean)
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    std::vector<double> ascending = values;
    std::sort(ascending.begin(), ascending.end());
    return quantileOf(ascending, statistic.share);
}

Result<std::vector<std::string>> writeSweepTable(const SweepPlan& plan, SweepResults& results,
                                                 SweepTable form, std::ostream& out)
{
    Tables tables(plan, results, form, out);
    for (std::int64_t point = 0; point < plan.points() && out; ++point)
        tables.point(point);
    return tables.finish();
}

} // namespace hareloom
