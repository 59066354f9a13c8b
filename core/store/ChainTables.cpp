// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ChainTables.h"

#include "core/family/MarkValues.h"
#include "core/metrics/Catalogue.h"
#include "core/metrics/Comparisons.h"
#include "core/metrics/Spread.h"
#include "core/prediction/Predictions.h"
#include "core/recipe/Families.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Variants.h"
#include "core/store/Export.h"

#include <algorithm>

namespace hareloom {

namespace {

std::vector<std::string> summaryColumns()
{
    return {"variant", "metric", "unit", "generation", "chains", "mean", "standardError", "q05", "q10", "q25", "q50", "q75", "q90", "q95",
            "theory", "theoryKind", "theoryDeviation", "theoryExact", "chainsEarly", "chainsLate"};
}

/// "" for a metric that has none, or that is not known here.
std::string unitOf(const std::string& metric)
{
    const MetricInfo* info = findMetric(metric);
    return info ? std::string(info->unit.empty() ? info->dataUnit : info->unit) : std::string();
}

/// Entry g: how many of `marks` lie at g or before it.
std::vector<std::int64_t> reachedBy(const std::vector<std::optional<int>>& marks, std::size_t generations)
{
    std::vector<std::int64_t> reached(generations, 0);
    for (const std::optional<int>& mark : marks)
        for (std::size_t g = mark ? static_cast<std::size_t>(*mark) : generations; g < generations; ++g)
            ++reached[g];
    return reached;
}

Cell cellOf(const std::optional<int>& mark)
{
    return mark ? Cell(std::int64_t(*mark)) : Cell();
}

} // namespace

ChainTables::ChainTables(std::vector<MeasuredVariant> variants, std::int64_t replicates,
                         std::vector<std::string> wanted)
    : m_variants(std::move(variants)), m_replicates(replicates), m_wanted(std::move(wanted))
{
}

Result<ChainTables> ChainTables::of(const Experiment& experiment, std::vector<std::string> wanted)
{
    Result<std::vector<Experiment>> expanded = expandVariants(experiment);
    if (!expanded)
        return expanded.error();
    std::vector<MeasuredVariant> variants;
    for (Experiment& variant : *expanded) {
        const Family& family = *findFamily(variant.family);
        const MarkMetrics marks = markMetrics(family.rows);
        const auto& measured = variant.evaluation.metrics;
        const auto has = [&](std::string_view metric) {
            return std::find(measured.begin(), measured.end(), metric) != measured.end();
        };
        const bool canBeMarked = !family.isNetwork && (has(marks.tail) || has(marks.groups)) &&
                                 (has(marks.spread) || has(marks.groupSpread));
        variants.push_back({std::move(variant), marks, canBeMarked, {}, {}});
    }
    return ChainTables(std::move(variants), std::max<std::int64_t>(1, experiment.chains), std::move(wanted));
}

void ChainTables::add(const Generation& generation)
{
    const auto v = static_cast<std::size_t>(generation.chain / m_replicates);
    if (generation.chain < 0 || v >= m_variants.size() || generation.index < 0 ||
        generation.index > m_variants[v].experiment.generations)
        return; // no chain of this experiment
    MeasuredVariant& variant = m_variants[v];
    ChainEnd& chain = m_chains[generation.chain];
    chain.variant = v;
    chain.lastGeneration = std::max(chain.lastGeneration, generation.index);
    chain.note = generation.note;
    if (variant.canBeMarked)
        chain.marks.add(generation.index, markValues(generation, variant.marks));
    for (const MetricValue& metric : generation.metrics) {
        const bool isWanted =
            m_wanted.empty() || std::any_of(m_wanted.begin(), m_wanted.end(),
                                            [&](const auto& name) { return isMetric(*metric.name, name); });
        if (!isWanted)
            continue;
        auto found = variant.series.find(*metric.name);
        if (found == variant.series.end()) {
            variant.metrics.push_back(*metric.name);
            found = variant.series.try_emplace(*metric.name).first;
        }
        Series& series = found->second;
        const auto g = static_cast<std::size_t>(generation.index);
        if (series.size() <= g)
            series.resize(g + 1);
        series[g].push_back(metric.value);
    }
}

CollapseMarks ChainTables::marksOf(const ChainEnd& chain) const
{
    return m_variants[chain.variant].canBeMarked ? chain.marks.marks() : CollapseMarks();
}

void ChainTables::writeMetric(TableWriter& table, std::size_t variant, const std::string& metric,
                              std::span<const std::int64_t> early, std::span<const std::int64_t> late) const
{
    const MeasuredVariant& measured = m_variants[variant];
    const std::optional<Prediction> theory = predict(measured.experiment, metric);
    const std::string title = m_variants.size() > 1 ? measured.experiment.title : std::string();
    const Series& series = measured.series.find(metric)->second;
    for (std::size_t g = 0; g < series.size(); ++g) {
        if (series[g].empty())
            continue; // measured in no chain
        const Spread spread = spreadOf(series[g]);
        std::vector<Cell> cells = {title,        metric,      unitOf(metric),      std::int64_t(g),
                                   spread.count, spread.mean, spread.standardError};
        cells.insert(cells.end(), spread.quantiles.begin(), spread.quantiles.end());
        if (theory && g < theory->values.size())
            cells.insert(cells.end(), {theory->values[g], std::string(wordOf(kStatistics, theory->statistic)),
                                       g < theory->deviation.size() ? Cell(theory->deviation[g]) : Cell(),
                                       std::string(theory->exact ? "yes" : "no")});
        else
            cells.insert(cells.end(), 4, Cell());
        if (measured.canBeMarked)
            cells.insert(cells.end(), {early[g], late[g]});
        else
            cells.insert(cells.end(), 2, Cell());
        table.row(cells);
    }
}

Result<void> ChainTables::writeSummary(std::ostream& out, TableFormat format) const
{
    TableWriter table(out, format, summaryColumns());
    for (std::size_t v = 0; v < m_variants.size(); ++v) {
        std::vector<std::optional<int>> early, late;
        std::size_t generations = 0;
        for (const auto& [index, chain] : m_chains)
            if (chain.variant == v) {
                const CollapseMarks marks = marksOf(chain);
                early.push_back(marks.early);
                late.push_back(marks.late);
                generations = std::max(generations, static_cast<std::size_t>(chain.lastGeneration) + 1);
            }
        const auto earlyBy = reachedBy(early, generations), lateBy = reachedBy(late, generations);
        for (const std::string& metric : m_variants[v].metrics)
            writeMetric(table, v, metric, earlyBy, lateBy);
    }
    return table.finish();
}

Result<void> ChainTables::writeMarks(std::ostream& out, TableFormat format) const
{
    TableWriter table(
        out, format,
        {"chain", "variant", "replicate", "lastGeneration", "early", "late", "note", "branchOf", "branchAt"});
    std::vector<Experiment> variants;
    for (const MeasuredVariant& variant : m_variants)
        variants.push_back(variant.experiment);
    const Forks forks = forksOf(variants);
    for (const auto& [index, chain] : m_chains) {
        const CollapseMarks marks = marksOf(chain);
        const auto& fork = forks[chain.variant];
        const std::string title =
            m_variants.size() > 1 ? m_variants[chain.variant].experiment.title : std::string();
        const std::vector<Cell> cells = {
            std::int64_t(index),
            title,
            index % m_replicates,
            std::int64_t(chain.lastGeneration),
            cellOf(marks.early),
            cellOf(marks.late),
            chain.note,
            fork ? Cell(static_cast<std::int64_t>(fork->from) * m_replicates + index % m_replicates) : Cell(),
            fork ? Cell(fork->at) : Cell()};
        table.row(cells);
    }
    return table.finish();
}

void ChainTables::writeDifference(TableWriter& table, std::size_t variant, const std::string& metric) const
{
    const MeasuredVariant &first = m_variants.front(), &other = m_variants[variant];
    const auto found = first.series.find(metric);
    if (found == first.series.end())
        return;
    const Series &before = found->second, &after = other.series.find(metric)->second;
    const auto all = static_cast<std::size_t>(m_replicates);
    for (std::size_t g = 0; g < std::min(before.size(), after.size()); ++g) {
        if (before[g].empty() || after[g].empty())
            continue; // measured in no chain
        const bool isWhole = before[g].size() == all && after[g].size() == all;
        const auto difference =
            isWhole ? pairedDifference(after[g], before[g]) : welchDifference(after[g], before[g]);
        std::vector<Cell> cells = {other.experiment.title, first.experiment.title, metric, unitOf(metric),
                                   std::int64_t(g)};
        if (difference)
            cells.insert(cells.end(),
                         {difference->estimate, difference->low, difference->high, difference->p,
                          difference->degrees, std::string(difference->isPaired ? "paired" : "welch")});
        else
            cells.insert(cells.end(), 6, Cell());
        table.row(cells);
    }
}

Result<void> ChainTables::writeDifferences(std::ostream& out, TableFormat format) const
{
    TableWriter table(out, format,
                      {"variant", "against", "metric", "unit", "generation", "difference", "low95", "high95",
                       "p", "degrees", "method"});
    for (std::size_t v = 1; v < m_variants.size(); ++v)
        for (const std::string& metric : m_variants[v].metrics)
            writeDifference(table, v, metric);
    return table.finish();
}

} // namespace hareloom
