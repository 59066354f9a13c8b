// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/Estimate.h"

#include "core/base/Parallel.h"
#include "core/base/ProcessorClock.h"
#include "core/chain/Run.h"
#include "core/forecast/Remarks.h"
#include "core/forecast/RunPlan.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Families.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <limits>
#include <map>
#include <mutex>
#include <thread>

namespace hareloom {

namespace {

constexpr std::chrono::milliseconds kLook{20}; // until a stop from outside is seen
constexpr std::int64_t kShrunkRows = 10'000;   // of the second probe, when the first finished nothing
constexpr double kProgramBytes = 15e6, kNeuralBytes = 250e6;
// Of a session: docs/session-format.md says what a generation takes.
constexpr double kGenerationBytes = 10, kMetricBytes = 8, kFileBytes = 30e3;

/// Requests a stop when its time is over or `outside` says so, or goes away at once when the run is done
/// before.
class Deadline
{
public:
    Deadline(StopSource stop, std::chrono::milliseconds time, StopToken outside)
        : m_thread([this, stop, time, outside]() mutable {
              const auto end = std::chrono::steady_clock::now() + time;
              std::unique_lock lock(m_mutex);
              while (!m_over.wait_for(lock, kLook, [this] { return m_done; }))
                  if (outside.stopRequested() || std::chrono::steady_clock::now() >= end)
                      return stop.requestStop();
          })
    {
    }
    ~Deadline()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_done = true;
        }
        m_over.notify_one();
        m_thread.join();
    }
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

private:
    std::mutex m_mutex;
    std::condition_variable m_over;
    bool m_done = false;
    std::thread m_thread; // last: it uses the others
};

double clockSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// What was done until the last generation that was finished in time; before the first, how far it came.
class Probe final : public ChainObserver
{
public:
    /// `now`: in seconds, on the thread that runs.
    Probe(const std::vector<RunPlan>& plans, std::int64_t chains, double (*now)())
        : m_plans(plans), m_chains(chains), m_now(now)
    {
        if (const auto pace = plans.front().family().pace)
            m_pace = pace();
    }

    void onGeneration(const GenerationPtr& generation) override
    {
        m_work = (m_seen == 0 ? 0 : m_work) + workOf(generation->chain, generation->index);
        m_seconds = m_now() - m_start;
        if (generation->snapshot && m_seen % kWeighEvery == 0)
            weigh(*generation);
        ++m_seen;
    }

    /// From the first word of each fit on: what comes before is done once, reading the source for instance.
    void onProgress(const Progress& progress) override
    {
        if (m_pace)
            m_pace->hear(progress.training);
        if (m_seen > 0)
            return;
        const double done = progress.fractionOfGeneration * workOf(progress.chain, progress.generation);
        const auto begun = m_begun.try_emplace(progress.chain, done).first;
        m_work += done - begun->second;
        begun->second = done;
        if (m_begun.size() == 1 && m_work == 0)
            m_firstWord = m_now();
        m_seconds = m_now() - m_firstWord;
    }

    double work() const { return m_work; }
    /// Null for families whose generations go on as they begin.
    const Pace* pace() const { return m_pace.get(); }
    double seconds() const { return m_seconds; }
    double metrics() const { return m_metrics; }
    double snapshotBytes() const { return m_snapshotBytes; }

private:
    static constexpr int kWeighEvery = 100; // weighing every one would be measured as the run's own time

    /// As a session packs it: a metric that is one of the model's numbers is not written twice.
    void weigh(const Generation& generation)
    {
        ModelNumbers numbers;
        const bool isNumbers = generation.snapshot->toNumbers(numbers);
        m_snapshotBytes = static_cast<double>(
            isNumbers ? numbers.values.size() * sizeof(double)
                      : nlohmann::json::to_cbor(toJsonWithoutWeights(*generation.snapshot)).size());
        const auto isNew = [&numbers](const MetricValue& metric) {
            return std::find(numbers.values.begin(), numbers.values.end(), metric.value) ==
                   numbers.values.end();
        };
        m_metrics =
            static_cast<double>(std::count_if(generation.metrics.begin(), generation.metrics.end(), isNew));
    }

    double workOf(ChainIndex chain, int generation) const
    {
        return m_plans[static_cast<std::size_t>(chain / m_chains)].work(generation);
    }

    const std::vector<RunPlan>& m_plans;
    std::int64_t m_chains;
    double (*m_now)();
    double m_start = m_now();
    double m_firstWord = m_start;
    double m_work = 0, m_seconds = 0, m_metrics = 0, m_snapshotBytes = 0;
    std::map<ChainIndex, double> m_begun; // work done in the fit under way
    std::unique_ptr<Pace> m_pace;
    int m_seen = 0;
};

Result<std::vector<RunPlan>> plansOf(const Experiment& experiment, const std::string& device,
                                     const StopToken& stop)
{
    const Result<std::vector<Experiment>> variants = expandVariants(experiment);
    if (!variants)
        return variants.error();
    std::vector<RunPlan> plans;
    for (const Experiment& variant : *variants) {
        Result<RunPlan> plan = RunPlan::make(variant, device, stop);
        if (!plan)
            return plan.error();
        plans.push_back(std::move(plan).value());
    }
    const Forks forks = forksOf(*variants);
    for (std::size_t v = 0; v < plans.size(); ++v)
        if (forks[v])
            plans[v].share(forks[v]->at);
    return plans;
}

Result<RunEnd> runFor(const Experiment& experiment, Probe& probe, const EstimateOptions& options)
{
    const StopSource stop;
    const Deadline deadline(stop, options.probeTime * (probe.pace() ? kPaceProbe : 1), options.stop);
    return run(experiment, probe, stop.token(),
               {options.countsProcessorTime ? 1 : options.threads, {}, options.device});
}

/// The same experiment with so few rows that a generation ends in time.
Experiment shrunk(Experiment experiment)
{
    experiment.samples.size = kShrunkRows;
    if (const auto shrink = findFamily(experiment.family)->shrink)
        shrink(experiment);
    experiment.samples.schedule = Growth::Constant;
    experiment.policy.subsample = std::min(experiment.policy.subsample, experiment.samples.size);
    experiment.variants.clear();
    experiment.interaction = nullptr;
    experiment.events.clear();
    return experiment;
}

double secondsOf(const Probe& probe, const std::vector<RunPlan>& plans, std::int64_t chains)
{
    double work = 0, paced = 0;
    for (const RunPlan& plan : plans) {
        work += plan.allWork() * static_cast<double>(chains);
        if (probe.pace())
            paced += probe.pace()->seconds(plan.workload()) * static_cast<double>(chains);
    }
    if (probe.pace())
        return paced;
    return probe.work() > 0 ? probe.seconds() * work / probe.work()
                            : std::numeric_limits<double>::quiet_NaN();
}

/// Of all work: a chain is made by one thread, however many there are.
double shareOfLongestChain(const std::vector<RunPlan>& plans, std::int64_t chains)
{
    double all = 0, longest = 0;
    for (const RunPlan& plan : plans) {
        all += plan.allWork() * static_cast<double>(chains);
        longest = std::max(longest, plan.allWork());
    }
    return all > 0 ? longest / all : 0;
}

double diskBytesOf(const Estimate& counted, const Probe& probe, const std::vector<RunPlan>& plans,
                   std::int64_t chains)
{
    double bytes = kFileBytes + static_cast<double>(counted.generations) *
                                    (kGenerationBytes + kMetricBytes * probe.metrics());
    for (const RunPlan& plan : plans)
        bytes += plan.snapshotBytes(probe.snapshotBytes()) * static_cast<double>(chains);
    return bytes;
}

Result<Estimate> count(const Experiment& experiment, const std::vector<RunPlan>& plans, int threads)
{
    const Result<std::int64_t> total = totalGenerations(experiment);
    if (!total)
        return total.error();
    Estimate result;
    result.generations = *total;
    const auto chains = static_cast<double>(experiment.chains);
    for (const RunPlan& plan : plans) {
        addReadAs(result.readAs, *plan.source());
        addRemarks(result.remarks, plan.variant(), plan.source(), plans.size() > 1);
        result.fittedRows += plan.allRows() * chains;
        result.largestFit = std::max(result.largestFit, plan.largest());
        result.chainBytes = std::max(result.chainBytes, plan.fitBytes());
        const NetworkMemory& network = plan.networkMemory();
        result.deviceBytes = std::max(result.deviceBytes, static_cast<double>(network.device));
        result.deviceLeastBytes = std::max(result.deviceLeastBytes, static_cast<double>(network.deviceLeast));
        result.deviceFreeBytes = static_cast<double>(network.deviceFree);
    }
    result.chains = experiment.chains * static_cast<std::int64_t>(plans.size());
    result.memoryBytes = kProgramBytes + (findFamily(experiment.family)->isNetwork ? kNeuralBytes : 0) +
                         result.chainBytes * static_cast<double>(std::min<std::int64_t>(
                                                 threads > 0 ? threads : availableThreads(), result.chains));
    return result;
}

/// Runs `probed`, of which `probedPlans` count the work, for a while and scales what it measured to the
/// experiment that `plans` describe; the same plans, where it is that experiment itself. False when nothing
/// was heard of in time.
Result<bool> measure(Estimate& result, const Experiment& probed, const std::vector<RunPlan>& probedPlans,
                     const std::vector<RunPlan>& plans, std::int64_t chains, const EstimateOptions& options)
{
    const bool isWhole = &probedPlans == &plans;
    Probe probe(probedPlans, probed.chains, options.countsProcessorTime ? processorSeconds : clockSeconds);
    const Result<RunEnd> end = runFor(probed, probe, options);
    if (!end && end.error().kind != ErrorKind::Stopped)
        return end.error();
    result.wholeRunMeasured = isWhole && end && *end == RunEnd::Finished;
    result.probeSeconds = probe.seconds();
    result.seconds = result.wholeRunMeasured ? probe.seconds() : secondsOf(probe, plans, chains);
    result.diskBytes = diskBytesOf(result, probe, plans, chains);
    return probe.work() > 0;
}

} // namespace

Result<Estimate> counted(const Experiment& experiment, int threads, const std::string& device)
{
    return plansOf(experiment, device, {}).and_then([&](const std::vector<RunPlan>& plans) {
        return count(experiment, plans, threads);
    });
}

Result<Estimate> estimate(const Experiment& experiment, EstimateOptions options)
{
    if (options.threads <= 0)
        options.threads = availableThreads();
    const Result<std::vector<RunPlan>> plans = plansOf(experiment, options.device, options.stop);
    if (!plans)
        return plans.error();
    Result<Estimate> planned = count(experiment, *plans, options.threads);
    if (!planned)
        return planned;
    Estimate& result = *planned;
    if (findFamily(experiment.family)->isNetwork)
        options.countsProcessorTime = false; // its threads are its own
    // Where the beginning of a generation says nothing of its end, a small one is looked at instead.
    const bool hasPace = findFamily(experiment.family)->pace != nullptr;
    Result<bool> measured = hasPace ? Result<bool>(false)
                                    : measure(result, experiment, *plans, *plans, experiment.chains, options);
    if (measured && !*measured && !options.stop.stopRequested()) {
        const Experiment small = shrunk(experiment);
        measured =
            measure(result, small, {RunPlan(small, small.samples.size)}, *plans, experiment.chains, options);
    }
    if (!measured)
        return measured.error();
    if (options.stop.stopRequested())
        return stopped();
    if (options.countsProcessorTime)
        result.seconds *=
            std::max(1 / static_cast<double>(std::min<std::int64_t>(options.threads, result.chains)),
                     shareOfLongestChain(*plans, experiment.chains));
    return planned;
}

std::vector<double> plannedWork(const Experiment& variant, std::int64_t tableRows)
{
    const RunPlan plan(variant, tableRows);
    std::vector<double> work;
    for (std::int64_t g = 0; g <= variant.generations; ++g)
        work.push_back(plan.work(g));
    return work;
}

} // namespace hareloom
