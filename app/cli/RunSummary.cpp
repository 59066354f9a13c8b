// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RunSummary.h"

#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/family/RealValues.h"
#include "core/metrics/Catalogue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <utility>

namespace hareloom::cli {

namespace {

/// The mean and the standard deviation of values that come one by one (Welford 1962). Of infinite ones the mean is
/// their sum, and there is no deviation.
struct Moments
{
    std::int64_t count = 0;
    double mean = 0, squares = 0;

    void add(double value)
    {
        if (!std::isfinite(value) || !std::isfinite(mean)) {
            ++count;
            mean += value;
            squares = std::numeric_limits<double>::quiet_NaN();
            return;
        }
        const double before = value - mean;
        mean += before / static_cast<double>(++count);
        squares += before * (value - mean);
    }
    double deviation() const { return count > 1 ? std::sqrt(squares / static_cast<double>(count - 1)) : 0; }
};

std::string shown(double value)
{
    if (std::isnan(value)) // which printf may give a sign
        return "nan";
    char text[32];
    std::snprintf(text, sizeof text, "%.5g", value);
    return text;
}

std::string padded(const std::string& text, std::size_t width, bool right)
{
    const std::string blanks(text.size() < width ? width - text.size() : 0, ' ');
    return right ? blanks + text : text + blanks;
}

MetricSummary summariseMetric(const std::string& name, const std::vector<const RunLog::ChainLog*>& chains)
{
    Moments real, first, last;
    for (const RunLog::ChainLog* chain : chains) {
        if (const auto known = chain->real.find(name); known != chain->real.end())
            real.add(known->second);
        first.add(chain->first->metric(name));
        last.add(chain->lastMeasured->metric(name));
    }
    return {name, real.count > 0 ? real.mean : std::numeric_limits<double>::quiet_NaN(), first.mean,
            last.mean, last.deviation()};
}

/// "chain 3 ended at generation 17: ..."; chains that ended for the same reason are counted together.
std::vector<std::string> earlyEnds(const Experiment& variant,
                                   const std::vector<const RunLog::ChainLog*>& chains)
{
    std::map<std::string, std::pair<const Generation*, std::int64_t>> byReason;
    for (const RunLog::ChainLog* chain : chains) {
        const Generation& last = *chain->last;
        if (const std::optional<std::string> reason = earlyEnd(variant, last))
            ++byReason.try_emplace(*reason, &last, 0).first->second.second;
    }
    std::vector<std::string> sentences;
    for (const auto& [reason, found] : byReason) {
        const auto& [last, count] = found;
        std::string sentence = "Chain " + std::to_string(last->chain) + " ended at generation " +
                               std::to_string(last->index) + " of " + std::to_string(variant.generations) +
                               ": " + reason;
        if (count > 1)
            sentence += " (and " + std::to_string(count - 1) + " more chains for this reason)";
        sentences.push_back(sentence);
    }
    return sentences;
}

VariantSummary summariseVariant(const Experiment& variant, const std::vector<const RunLog::ChainLog*>& chains)
{
    VariantSummary summary;
    summary.title = variant.title;
    summary.chains = static_cast<std::int64_t>(chains.size());
    if (chains.empty())
        return summary;
    summary.firstEnd = chains.front()->lastMeasured->index;
    for (const RunLog::ChainLog* chain : chains) {
        summary.firstEnd = std::min(summary.firstEnd, chain->lastMeasured->index);
        summary.lastEnd = std::max(summary.lastEnd, chain->lastMeasured->index);
    }
    for (const MetricValue& metric : chains.front()->first->metrics)
        summary.metrics.push_back(summariseMetric(*metric.name, chains));
    summary.early = earlyEnds(variant, chains);
    return summary;
}

std::string unitOf(const std::string& metric)
{
    const MetricInfo* info = findMetric(metric);
    return info ? std::string(info->unit) : std::string();
}

/// "generation 50", or, where chains ended at different ones, "last, 12 to 50".
std::string titleOfEnd(const VariantSummary& summary)
{
    const std::string last = std::to_string(summary.lastEnd);
    return summary.firstEnd == summary.lastEnd ? "generation " + last
                                               : "last, " + std::to_string(summary.firstEnd) + " to " + last;
}

void printTable(std::ostream& out, const VariantSummary& summary)
{
    const bool hasLast = summary.lastEnd > 0;
    const std::string lastTitle = hasLast ? titleOfEnd(summary) : "";
    const bool hasReal = std::any_of(summary.metrics.begin(), summary.metrics.end(),
                                     [](const MetricSummary& m) { return !std::isnan(m.real); });
    std::vector<std::array<std::string, 6>> rows = {{"metric", hasReal ? "real data" : "", "generation 0",
                                                     lastTitle, summary.chains > 1 ? "spread" : "", "unit"}};
    for (const MetricSummary& m : summary.metrics)
        rows.push_back({m.name, std::isnan(m.real) ? "" : shown(m.real), shown(m.first),
                        hasLast ? shown(m.last) : "", summary.chains > 1 ? shown(m.lastSpread) : "",
                        unitOf(m.name)});
    std::array<std::size_t, 6> width{};
    for (const auto& row : rows)
        for (std::size_t j = 0; j < row.size(); ++j)
            width[j] = std::max(width[j], row[j].size());
    for (const auto& row : rows) {
        std::string line = "  " + padded(row[0], width[0], false);
        for (std::size_t j = 1; j < 5; ++j)
            line += width[j] > 0 ? "  " + padded(row[j], width[j], true) : "";
        line += "  " + row[5];
        out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
    }
}

nlohmann::ordered_json jsonNumber(double value)
{
    if (std::isnan(value))
        return nullptr;
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return value;
}

std::vector<std::vector<const RunLog::ChainLog*>> byVariant(const std::vector<Experiment>& variants,
                                                            const RunLog& log)
{
    std::vector<std::vector<const RunLog::ChainLog*>> groups(variants.size());
    for (const auto& [chain, entry] : log.chains())
        groups.at(static_cast<std::size_t>(chain / variants.front().chains)).push_back(&entry);
    return groups;
}

} // namespace

void RunLog::add(const GenerationPtr& generation)
{
    ChainLog& chain = m_chains[generation->chain];
    ++chain.count;
    if (generation->index == 0)
        for (const MetricValue& metric : generation->metrics)
            if (const double real = realValueOf(generation->snapshot, *metric.name); !std::isnan(real))
                chain.real[*metric.name] = real;
    auto light = std::make_shared<Generation>(*generation);
    light->snapshot.reset();
    chain.last = light;
    if (!chain.first)
        chain.first = light;
    if (!light->metrics.empty() || !chain.lastMeasured)
        chain.lastMeasured = light;
    if (m_everything)
        m_everything->add(*light);
    if (m_teller)
        m_teller->add(generation);
}

void RunLog::onProgress(const Progress& progress)
{
    if (m_next)
        m_next->onProgress(progress);
}

void RunLog::onGeneration(const GenerationPtr& generation)
{
    add(generation);
    if (m_next)
        m_next->onGeneration(generation);
}

void RunLog::onFinished(std::int64_t completedGenerations)
{
    if (m_next)
        m_next->onFinished(completedGenerations);
}

std::optional<std::string> earlyEnd(const Experiment& variant, const Generation& last)
{
    if (last.index >= variant.generations)
        return std::nullopt;
    if (!last.note.empty())
        return last.note;
    const StopRule& rule = variant.stopWhen;
    if (rule.metric.empty())
        return std::nullopt;
    double value = last.metric(rule.metric);
    if (std::isnan(value)) // as the run itself reads "mean"
        value = last.metric(rule.metric + "[0]");
    if (!rule.isCrossedBy(value))
        return std::nullopt;
    return rule.metric + " went " + std::string(wordOf(kSides, rule.when)) + " " +
           shortNumber(rule.threshold);
}

std::vector<VariantSummary> summarise(const std::vector<Experiment>& variants, const RunLog& log)
{
    const auto groups = byVariant(variants, log);
    std::vector<VariantSummary> summaries;
    for (std::size_t v = 0; v < variants.size(); ++v)
        summaries.push_back(summariseVariant(variants[v], groups[v]));
    return summaries;
}

void printSummary(std::ostream& out, const std::vector<VariantSummary>& summaries)
{
    const char* separator = "";
    for (const VariantSummary& summary : summaries) {
        out << separator << (summary.title.empty() ? "Experiment" : printable(summary.title));
        separator = "\n";
        if (summary.chains == 0) {
            out << ": no generation was finished before the run ended\n";
            continue;
        }
        out << " (" << summary.chains
            << (summary.chains == 1 ? " chain" : " chains: mean, and spread as standard deviation") << ")\n";
        if (!summary.metrics.empty())
            printTable(out, summary);
        for (const std::string& sentence : summary.early)
            out << "  " << printable(sentence) << '\n';
    }
}

nlohmann::ordered_json chainsJson(const std::vector<Experiment>& variants, const RunLog& log)
{
    nlohmann::ordered_json chains = nlohmann::ordered_json::array();
    for (const auto& [chain, entry] : log.chains()) {
        const Experiment& variant = variants.at(static_cast<std::size_t>(chain / variants.front().chains));
        const std::optional<std::string> early = earlyEnd(variant, *entry.last);
        chains.push_back({{"chain", chain},
                          {"variant", variant.title},
                          {"replicate", chain % variant.chains},
                          {"generations", entry.count},
                          {"lastGeneration", entry.last->index},
                          {"endedEarly", early ? nlohmann::ordered_json(*early) : nlohmann::ordered_json()}});
    }
    return chains;
}

namespace {

nlohmann::ordered_json valueJson(const std::vector<Experiment>& variants, const Generation& generation,
                                 const MetricValue& metric)
{
    nlohmann::ordered_json value = {{"chain", generation.chain},
                                    {"generation", generation.index},
                                    {"metric", *metric.name},
                                    {"value", jsonNumber(metric.value)}};
    if (variants.size() > 1) {
        const Experiment& variant =
            variants.at(static_cast<std::size_t>(generation.chain / variants.front().chains));
        value.update(nlohmann::ordered_json(
            {{"variant", variant.title}, {"replicate", generation.chain % variant.chains}}));
    }
    return value;
}

/// As an element of an array within an object, all of them written with two blanks a level.
void printIndented(std::ostream& out, const std::string& text)
{
    for (const char c : text) {
        out << c;
        if (c == '\n')
            out << "    ";
    }
}

} // namespace

Result<void> printJson(std::ostream& out, nlohmann::ordered_json result,
                       const std::vector<Experiment>& variants, const RunLog& log)
{
    // The values are too many to be put together first: they are written into the place of an empty array.
    result["chains"] = chainsJson(variants, log);
    result["metrics"] = nlohmann::ordered_json::array();
    const std::string text = jsonText(result, 2);
    const std::string_view end = "[]\n}";
    out << std::string_view(text).substr(0, text.size() - end.size()) << '[';
    const char* separator = "\n    ";
    const Result<void> written = log.everything()->forEach([&](const Generation& generation) {
        for (const MetricValue& metric : generation.metrics) {
            out << std::exchange(separator, ",\n    ");
            printIndented(out, jsonText(valueJson(variants, generation, metric), 2));
        }
        return out ? Result<void>()
                   : Result<void>(systemError("The output could not be written to its end."));
    });
    out << (*separator == ',' ? "\n  ]" : "]") << "\n}\n";
    return written;
}

} // namespace hareloom::cli
