// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/SweepSummaryJson.h"

#include "core/base/Text.h"
#include "core/experiment/FieldBuilders.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using json = nlohmann::json;
using Ordered = nlohmann::ordered_json;
using fields::refusal;

constexpr double kMostGenerations = 1'000'000;

bool isGeneration(const json& value)
{
    if (!value.is_number())
        return false;
    const double number = value.get<double>();
    return number == std::floor(number) && number >= 0 && number <= kMostGenerations;
}

Result<std::vector<std::int64_t>> readGenerations(const json& value)
{
    const std::string where = "sweep.summary.generations";
    std::vector<std::int64_t> generations;
    for (const json& one : value.is_array() ? value : json::array({value})) {
        if (one != "last" && !isGeneration(one))
            return refusal(where, one, "be a list of generations, as numbers from 0, or \"last\"");
        const std::int64_t generation = one == "last" ? kLastGeneration : one.get<std::int64_t>();
        if (std::find(generations.begin(), generations.end(), generation) != generations.end())
            return invalidSetting(where, one.dump() + " stands there twice. Name each generation once.");
        generations.push_back(generation);
    }
    return generations;
}

Result<std::vector<SweepStatistic>> readStatistics(const json& value)
{
    using Kind = SweepStatistic::Kind;
    const std::string where = "sweep.summary.statistics";
    if (!value.is_array() || value.empty())
        return refusal(where, value,
                       "be a list of \"mean\", \"median\" and quantiles, as numbers between 0 and 1");
    std::vector<SweepStatistic> statistics;
    for (const json& one : value) {
        const bool isShare = one.is_number() && one.get<double>() >= 0 && one.get<double>() <= 1;
        if (one != "mean" && one != "median" && !isShare)
            return refusal(where, one, "be \"mean\", \"median\" or a number between 0 and 1");
        SweepStatistic statistic{isShare         ? Kind::Quantile
                                 : one == "mean" ? Kind::Mean
                                                 : Kind::Median,
                                 isShare ? one.get<double>() : 0.5};
        if (std::find(statistics.begin(), statistics.end(), statistic) != statistics.end())
            return invalidSetting(where, one.dump() + " stands there twice. Name each statistic once.");
        statistics.push_back(statistic);
    }
    return statistics;
}

} // namespace

Result<SweepSummary> readSweepSummary(const json& object)
{
    SweepSummary summary;
    if (!object.is_object())
        return refusal("sweep.summary", object,
                       "be an object with \"metrics\", \"generations\" or \"statistics\"");
    for (const auto& [key, value] : object.items()) {
        const std::string where = "sweep.summary." + key;
        if (key == "metrics") {
            if (!value.is_array() ||
                !std::all_of(value.begin(), value.end(), [](const json& m) { return m.is_string(); }))
                return refusal(where, value, "be a list of metrics' names");
            summary.metrics = value.get<std::vector<std::string>>();
        } else if (key == "generations") {
            auto read = readGenerations(value);
            if (!read)
                return read.error();
            summary.generations = *std::move(read);
        } else if (key == "statistics") {
            auto read = readStatistics(value);
            if (!read)
                return read.error();
            summary.statistics = *std::move(read);
        } else
            return invalidSetting(where,
                                  "there is no such setting. A summary has \"metrics\", \"generations\" and "
                                  "\"statistics\".");
    }
    return summary;
}

Ordered sweepSummaryJson(const SweepSummary& summary)
{
    Ordered root = Ordered::object();
    if (!summary.metrics.empty())
        root["metrics"] = summary.metrics;
    for (const std::int64_t generation : summary.generations)
        root["generations"].push_back(generation == kLastGeneration ? Ordered("last") : Ordered(generation));
    for (const SweepStatistic& statistic : summary.statistics)
        root["statistics"].push_back(statistic.kind == SweepStatistic::Kind::Quantile
                                         ? Ordered(statistic.share)
                                         : Ordered(statisticName(statistic)));
    return root;
}

std::string statisticName(const SweepStatistic& statistic)
{
    if (statistic.kind != SweepStatistic::Kind::Quantile)
        return statistic.kind == SweepStatistic::Kind::Mean ? "mean" : "median";
    constexpr double kPercent = 100;
    const std::string percent = shortNumber(std::round(statistic.share * kPercent * 1e9) / 1e9);
    return (percent.find('.') == std::string::npos && percent.size() < 2 ? "q0" : "q") + percent;
}

} // namespace hareloom
