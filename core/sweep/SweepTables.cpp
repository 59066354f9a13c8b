// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepTables.h"

#include "core/base/Quantile.h"
#include "core/base/Text.h"
#include "core/recipe/SweepSummaryJson.h"
#include "core/store/Export.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hareloom {
namespace {

std::string cellOf(double value)
{
    if (std::isnan(value))
        return {};
    return std::isinf(value) ? (value > 0 ? "Inf" : "-Inf") : exactNumber(value);
}

std::string cellOf(std::int64_t value)
{
    return std::to_string(value);
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
        : m_plan(plan), m_results(results), m_form(form), m_metrics(results.metrics()), m_out(out)
    {
        m_out << csvRow(columnsOf(plan, form, m_metrics)) << '\n';
    }

    void point(std::int64_t point)
    {
        m_begin = csvRow(m_plan.cells(point)) + ',';
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
        if (!m_out.flush())
            return systemError("The table could not be written to its end; is the disk full?");
        return m_problems;
    }

private:
    void write(const std::string& cells) { m_out << m_begin << cells << '\n'; }

    void chain(const ChainValues& values)
    {
        for (std::int64_t g = 0; g < values.generations(); ++g) {
            const std::string place = cellOf(values.replicate) + ',' + cellOf(g);
            std::string wide = place;
            for (const MetricName& metric : m_metrics) {
                const std::string cell = cellOf(values.value(*metric, g));
                if (m_form == SweepTable::Wide)
                    wide += ',' + cell;
                else if (std::find(values.metrics.begin(), values.metrics.end(), metric) !=
                         values.metrics.end())
                    write(place + ',' + *metric + ',' + cell);
            }
            if (m_form == SweepTable::Wide)
                write(wide);
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
                std::string cells = cellOf(generation == kLastGeneration ? lastGeneration : generation) +
                                    ',' + *metric + ',' + cellOf(static_cast<std::int64_t>(values.size()));
                for (const SweepStatistic& statistic : m_plan.sweep().summary.statistics)
                    cells += ',' + cellOf(statisticOf(statistic, values));
                write(cells);
            }
    }

    const SweepPlan& m_plan;
    SweepResults& m_results;
    SweepTable m_form;
    std::vector<MetricName> m_metrics;
    std::ostream& m_out;
    std::string m_begin; // what all rows of a point begin with
    std::vector<std::string> m_problems;
};

} // namespace

std::string csvRow(const std::vector<std::string>& cells)
{
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row += (i > 0 ? "," : "") + (parseNumber(cells[i]) ? cells[i] : csvField(cells[i]));
    return row;
}

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
