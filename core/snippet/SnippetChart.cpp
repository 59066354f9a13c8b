// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snippet/SnippetChart.h"

#include "core/base/Quantile.h"
#include "core/base/Text.h"
#include "core/metrics/Catalogue.h"
#include "core/prediction/Predictions.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Variants.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {

namespace {

constexpr double kNarrowLog = 1.5; // as the window: values that differ less are better seen on a plain axis

/// By variant, by generation: the chains' values that are finite.
using Values = std::vector<std::vector<std::vector<double>>>;

Result<Values> readValues(const Session& session, const std::string& metric, std::size_t variants)
{
    const std::int64_t chains = std::max<std::int64_t>(1, session.experiment().chains);
    Values values(variants);
    const auto take = [&](const GenerationPtr& generation) -> Result<void> {
        const auto variant = static_cast<std::size_t>(generation->chain / chains);
        const double value = generation->metric(metric);
        if (variant >= variants || !std::isfinite(value))
            return {};
        const auto g = static_cast<std::size_t>(generation->index);
        if (values[variant].size() <= g)
            values[variant].resize(g + 1);
        values[variant][g].push_back(value);
        return {};
    };
    if (Result<void> read = session.forEach(take, [](ChainIndex, int) { return Detail::Metrics; }); !read)
        return read.error();
    return values;
}

SnippetLine lineOf(std::vector<std::vector<double>> values, std::size_t from)
{
    SnippetLine line;
    for (std::size_t g = from; g < values.size(); ++g) {
        if (values[g].empty())
            continue;
        std::sort(values[g].begin(), values[g].end());
        line.generations.push_back(static_cast<int>(g));
        line.low.push_back(quantileOf(values[g], 0.1));
        line.median.push_back(quantileOf(values[g], 0.5));
        line.high.push_back(quantileOf(values[g], 0.9));
    }
    return line;
}

void addTheory(SnippetLine& line, const Experiment& variant, const std::string& metric)
{
    const auto theory = line.generations.empty() ? std::nullopt : predict(variant, metric);
    if (!theory)
        return;
    const std::size_t count =
        std::min(theory->values.size(), static_cast<std::size_t>(line.generations.back()) + 1);
    for (const std::size_t g : evenly(count, kMostTheory))
        if (std::isfinite(theory->values[g])) {
            line.theoryGenerations.push_back(static_cast<int>(g));
            line.theory.push_back(theory->values[g]);
        }
    if (!line.theory.empty())
        line.statistic = wordOf(kStatistics, theory->statistic);
}

std::string titleOf(const std::string& metric)
{
    const MetricInfo* info = findMetric(metric);
    if (!info)
        return metric;
    const std::size_t bracket = metric.find('[');
    std::string title(info->title);
    if (info->perVariable && bracket != std::string::npos)
        if (const auto part = parseNumber(metric.substr(bracket + 1, metric.size() - bracket - 2)))
            title += ", variable " + shortNumber(*part + 1);
    return info->unit.empty() ? title : title + " (" + std::string(info->unit) + ")";
}

bool isLog(const SnippetChart& chart)
{
    const MetricInfo* info = findMetric(chart.metric);
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (const SnippetLine& line : chart.lines)
        for (const auto* values : {&line.low, &line.high, &line.theory})
            for (const double value : *values) {
                least = std::min(least, value);
                most = std::max(most, value);
            }
    return info && info->preferLog && least > 0 && most / kNarrowLog > least;
}

Result<std::string> chosenMetric(const Session& session, const std::string& wanted)
{
    const std::vector<std::string> names = session.metricNames();
    if (names.empty())
        return invalidInput(session.path() + ": nothing has been measured yet; let it run first.");
    if (wanted.empty())
        return names.front();
    if (std::find(names.begin(), names.end(), wanted) == names.end())
        return invalidInput(session.path() + ": the session has no metric " + inQuotes(wanted) + "; it has " +
                            joined(names) + ".");
    return wanted;
}

} // namespace

std::vector<std::size_t> evenly(std::size_t count, std::size_t most)
{
    std::vector<std::size_t> places;
    const std::size_t kept = std::min(count, most);
    for (std::size_t i = 0; i < kept; ++i)
        places.push_back(kept < 2 ? i : i * (count - 1) / (kept - 1));
    return places;
}

Result<SnippetChart> snippetChart(const Session& session, const std::string& metric)
{
    const Result<std::string> chosen = chosenMetric(session, metric);
    if (!chosen)
        return chosen.error();
    const auto variants = expandVariants(session.experiment());
    if (!variants)
        return variants.error();
    Result<Values> values = readValues(session, *chosen, variants->size());
    if (!values)
        return values.error();
    const Forks forks = forksOf(*variants);
    SnippetChart chart{*chosen, titleOf(*chosen), false, {}};
    for (std::size_t v = 0; v < variants->size(); ++v) {
        const auto from = forks[v] ? static_cast<std::size_t>(forks[v]->at - 1) : 0;
        SnippetLine line = lineOf(std::move((*values)[v]), from);
        line.title = (*variants)[v].title;
        line.chains = (*variants)[v].chains;
        addTheory(line, (*variants)[v], *chosen);
        chart.lines.push_back(std::move(line));
    }
    chart.isLog = isLog(chart);
    return chart;
}

} // namespace hareloom
