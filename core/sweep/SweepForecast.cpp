// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepForecast.h"

#include "core/base/Parallel.h"
#include "core/forecast/Estimate.h"
#include "core/recipe/ExperimentFields.h"
#include "core/sweep/SweepRun.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace hareloom {
namespace {

constexpr std::size_t kMostProbes = 30, kMostOfKind = 5;
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
    // A pool of everything is read only as far as it is new.
    Kind kind = point.family + " on " + point.source.kind + " " +
                std::string(wordOf(kPools, point.policy.pool)) +
                (point.policy.subsample > 0 ? " subsampled" : "");
    for (const char* path : {"source.mean", "source.means", "source.dimension", "source.states",
                             "model.components", "model.epochs", "model.hidden", "model.order"})
        if (const ExperimentField* field = findField(path); field && field->applies(point))
            kind += " " + sizeOf(field->get(point));
    return kind;
}

/// Seconds of the chains that were measured, by their work.
using Times = std::map<double, double>;

/// Between two measured chains a straight line on logarithmic scales: small chains cost more for each row.
/// Beyond them in proportion to the work.
double secondsAt(const Times& times, double work)
{
    const auto above = times.lower_bound(work);
    if (above == times.end() || above == times.begin() || above->first == work) {
        const auto& [measured, seconds] = above == times.end() ? *times.rbegin() : *above;
        return seconds * work / measured;
    }
    const auto below = std::prev(above);
    const double share = std::log(work / below->first) / std::log(above->first / below->first);
    return below->second * std::pow(above->second / below->second, share);
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

int SweepForecast::workers(int threads) const
{
    const double fitting = chainBytes > 0 ? memoryForChains() / chainBytes : threads;
    return static_cast<int>(std::clamp<double>(fitting, 1, threads));
}

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
    Times times;
    for (const auto& [kind, points] : byKind) {
        const bool isMeasured = number++ % step == 0;
        if (isMeasured)
            times.clear();
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
            forecast.chainBytes = std::max(forecast.chainBytes, found->chainBytes);
            forecast.memoryBytes = std::max(forecast.memoryBytes, found->memoryBytes);
            if (found->seconds > 0)
                times[work[static_cast<std::size_t>(probe)]] = found->seconds;
        }
        for (const std::int64_t point : points)
            if (const auto i = static_cast<std::size_t>(point); !times.empty())
                forecast.secondsOf[i] = secondsAt(times, work[i]);
    }
    forecast.diskBytes = kFileBytes + std::accumulate(bytes.begin(), bytes.end(), 0.0) *
                                          static_cast<double>(plan.replicates());
    return forecast;
}

} // namespace hareloom
