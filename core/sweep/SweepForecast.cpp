// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepForecast.h"

#include "core/base/Parallel.h"
#include "core/forecast/Estimate.h"
#include "core/recipe/ExperimentFields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace hareloom {
namespace {

constexpr std::size_t kMostProbes = 16, kMostOfKind = 5;
constexpr double kRowBytes = 150; // of a chain's row, beside its values
constexpr double kFileBytes = 50e3;

/// Of a list its lengths, of a number itself.
std::string sizeOf(const nlohmann::json& value)
{
    if (!value.is_array())
        return value.dump();
    return std::to_string(value.size()) +
           (value.empty() ? "" : "x" + (value[0].is_array() ? sizeOf(value[0]) : "1"));
}

/// Points that cost about the same for each row: what they fit, and how many variables, states or components.
using Kind = std::string;
Kind kindOf(const Experiment& point)
{
    Kind kind = point.family + " on " + point.source.kind;
    for (const char* path : {"source.mean", "source.means", "source.dimension", "source.states",
                             "model.components", "model.epochs", "model.hidden", "model.order"})
        if (const ExperimentField* field = findField(path); field && field->applies(point))
            kind += " " + sizeOf(field->get(point));
    return kind;
}

/// Seconds that a unit of work takes, by the work of the points that were measured.
using Rates = std::map<double, double>;

/// Between two measured points in proportion to the logarithm of the work; beyond them as the nearest one.
double rateAt(const Rates& rates, double work)
{
    const auto above = rates.lower_bound(work);
    if (above == rates.end())
        return rates.rbegin()->second;
    if (above == rates.begin() || above->first == work)
        return above->second;
    const auto below = std::prev(above);
    const double share = std::log(work / below->first) / std::log(above->first / below->first);
    return below->second + share * (above->second - below->second);
}

double workOf(const Experiment& point)
{
    const auto work = plannedWork(point, 0);
    return std::max(1.0, std::accumulate(work.begin(), work.end(), 0.0));
}

/// The smallest, the largest and some between, ascending by work.
std::vector<std::int64_t> probesAmong(std::vector<std::int64_t> points, const std::vector<double>& work,
                                      std::size_t most)
{
    const auto less = [&work](std::int64_t a, std::int64_t b) {
        return std::pair(work[static_cast<std::size_t>(a)], a) <
               std::pair(work[static_cast<std::size_t>(b)], b);
    };
    std::sort(points.begin(), points.end(), less);
    std::vector<std::int64_t> probes;
    const std::size_t count = std::min(most, points.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t probe = points[count == 1 ? 0 : i * (points.size() - 1) / (count - 1)];
        if (probes.empty() ||
            work[static_cast<std::size_t>(probes.back())] != work[static_cast<std::size_t>(probe)])
            probes.push_back(probe);
    }
    return probes;
}

double bytesOf(const Experiment& point)
{
    const auto values = static_cast<double>((point.generations + 1) * std::ssize(point.evaluation.metrics));
    return kRowBytes + values * sizeof(double);
}

} // namespace

double SweepForecast::seconds(const SweepPlan& plan, int threads) const
{
    double all = 0, longest = 0;
    for (std::int64_t point = 0; point < plan.points(); ++point) {
        const double one = secondsOf[static_cast<std::size_t>(point)];
        all += plan.firstLike(point) == point ? one * static_cast<double>(plan.replicates()) : 0;
        longest = std::max(longest, one);
    }
    return std::max(all / threads, longest);
}

Result<SweepForecast> forecastSweep(const SweepPlan& plan, const SweepForecastOptions& options)
{
    const auto count = static_cast<std::size_t>(plan.points());
    std::vector<double> work(count);
    std::vector<Kind> kinds(count);
    std::vector<double> bytes(count);
    parallelFor(plan.points(), availableThreads(), [&](std::int64_t point) {
        const auto i = static_cast<std::size_t>(point);
        const Experiment experiment = plan.experimentOf(point);
        work[i] = workOf(experiment);
        kinds[i] = kindOf(experiment);
        bytes[i] = bytesOf(experiment);
    });
    std::map<Kind, std::vector<std::int64_t>> byKind;
    for (std::int64_t point = 0; point < plan.points(); ++point)
        byKind[kinds[static_cast<std::size_t>(point)]].push_back(point);
    SweepForecast forecast;
    forecast.secondsOf.resize(count, std::nan(""));
    // Of very many kinds only some are measured; the others cost as the one before them.
    const std::size_t step = (byKind.size() + kMostProbes - 1) / kMostProbes;
    const std::size_t each = std::clamp<std::size_t>(kMostProbes / byKind.size(), 1, kMostOfKind);
    std::size_t number = 0;
    Rates rates;
    for (const auto& [kind, points] : byKind) {
        const bool isMeasured = number++ % step == 0;
        if (isMeasured)
            rates.clear();
        for (const std::int64_t probe :
             isMeasured ? probesAmong(points, work, each) : std::vector<std::int64_t>()) {
            Experiment experiment = plan.experimentOf(probe);
            experiment.chains = 1;
            const auto found = estimate(experiment, {.threads = 1,
                                                     .probeTime = options.probeTime,
                                                     .countsProcessorTime = true,
                                                     .stop = options.stop,
                                                     .device = options.device});
            if (!found)
                return found.error();
            forecast.memoryBytes = std::max(forecast.memoryBytes, found->memoryBytes);
            if (const double w = work[static_cast<std::size_t>(probe)]; !std::isnan(found->seconds))
                rates[w] = found->seconds / w;
        }
        for (const std::int64_t point : points)
            if (const auto i = static_cast<std::size_t>(point); !rates.empty())
                forecast.secondsOf[i] = work[i] * rateAt(rates, work[i]);
    }
    forecast.diskBytes = kFileBytes + std::accumulate(bytes.begin(), bytes.end(), 0.0) *
                                          static_cast<double>(plan.replicates());
    return forecast;
}

} // namespace hareloom
