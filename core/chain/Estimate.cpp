// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Estimate.h"

#include "core/base/Parallel.h"
#include "core/chain/ExperimentJson.h"
#include "core/chain/OpenSource.h"
#include "core/chain/Run.h"
#include "core/chain/Variants.h"
#include "core/data/Source.h"
#include "core/models/Families.h"
#include "core/models/VaeArchitecture.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <limits>
#include <map>
#include <mutex>
#include <thread>

#include <time.h>

namespace hareloom {

namespace {

constexpr std::chrono::milliseconds kLook{20}; // until a stop from outside is seen
constexpr double kRowsOfOverhead = 500;        // what one generation costs beside its rows, in rows
constexpr std::int64_t kShrunkRows = 10'000;   // size of the second probe, when the first finished nothing
constexpr std::int64_t kShrunkImages = 1000;
constexpr double kProgramBytes = 15e6, kNeuralBytes = 250e6;
constexpr double kPixelBytes = 5; // a byte in the source, four in training
constexpr double kRowBytesPerValue = 8, kWeightBytes = 4;
constexpr std::int64_t kDrawnImages = 64;                                      // a snapshot's wall
constexpr double kGenerationBytes = 100, kMetricBytes = 20, kFileBytes = 50e3; // of a session

/// One variant's generations in numbers, without running them.
class Plan
{
public:
    static Result<Plan> make(const Experiment& variant)
    {
        const auto source = openSource(variant);
        if (!source)
            return source.error();
        const ImageSetPtr images = (*source)->images();
        return Plan(variant, (*source)->dimension(), images ? images->width : (*source)->dimension(),
                    (*source)->rowCount().value_or(variant.samples.size));
    }

    /// `width`: of an image; of other rows, as `dimension`.
    Plan(Experiment variant, int dimension, int width, std::int64_t tableRows)
        : m_variant(std::move(variant)), m_dimension(dimension), m_width(width)
    {
        std::int64_t all = 0;
        for (std::int64_t g = 0; g <= m_variant.generations; ++g) {
            const std::int64_t own = sampleSize(m_variant.samples, g, tableRows);
            all += own;
            const std::int64_t pool = m_variant.policy.pool == "all" ? all : own;
            const bool fixed = g > 0 && m_variant.policy.subsample > 0;
            m_fitRows.push_back(fixed ? m_variant.policy.subsample : pool);
        }
    }

    std::int64_t fitRows(std::int64_t generation) const
    {
        return m_fitRows[static_cast<std::size_t>(generation)];
    }
    double work(std::int64_t generation) const
    {
        const double passes =
            findFamily(m_variant.family)->isNetwork ? static_cast<double>(m_variant.model.epochs) : 1;
        return kRowsOfOverhead + static_cast<double>(fitRows(generation)) * passes +
               static_cast<double>(m_variant.evaluation.heldOut);
    }
    double allRows() const
    {
        double rows = 0;
        for (const std::int64_t fit : m_fitRows)
            rows += static_cast<double>(fit);
        return rows;
    }
    double allWork() const
    {
        double sum = 0;
        for (std::int64_t g = 0; g <= m_variant.generations; ++g)
            sum += work(g);
        return sum;
    }
    std::int64_t largest() const { return *std::max_element(m_fitRows.begin(), m_fitRows.end()); }

    /// Rows of gaussian and discrete fits are streamed; the other families hold them, a mixture with the
    /// share of each component in each row.
    double fitBytes() const
    {
        if (isImage())
            return kNeuralBytes + static_cast<double>(largest()) * m_dimension * kPixelBytes;
        if (m_variant.family != "mixture" && m_variant.family != "kde")
            return 0;
        const double values =
            m_dimension +
            (m_variant.family == "mixture" ? static_cast<double>(m_variant.model.components) : 0);
        return static_cast<double>(largest()) * values * kRowBytesPerValue;
    }

    /// A kernel density keeps its rows, a network some weights beside the session; the other models do not
    /// grow. `measured`: of one snapshot, 0 when none was finished.
    double snapshotBytes(double measured) const
    {
        const double links = static_cast<double>(m_variant.generations + 1);
        if (isImage())
            return links * std::max(measured, static_cast<double>(kDrawnImages * m_dimension)) +
                   keptNetworks() * networkBytes();
        return m_variant.family == "kde" ? allRows() * m_dimension * kRowBytesPerValue : links * measured;
    }

private:
    double keptNetworks() const
    {
        const bool isEvery = m_variant.policy.pool == "all" || m_variant.policy.betaPrevious > 0;
        const std::int64_t every = isEvery ? 1 : m_variant.model.keepEvery;
        return static_cast<double>(m_variant.generations / every + 1 +
                                   (m_variant.generations % every > 0 ? 1 : 0));
    }
    double networkBytes() const
    {
        const ModelConfig& model = m_variant.model;
        return kWeightBytes * static_cast<double>(parameterCount({.network = model.network,
                                                                  .width = m_width,
                                                                  .height = m_dimension / m_width,
                                                                  .latent = static_cast<int>(model.latent),
                                                                  .hidden = static_cast<int>(model.hidden)}));
    }
    bool isImage() const { return m_variant.family == "image"; }

    Experiment m_variant;
    int m_dimension, m_width;            // of an image; else of the row
    std::vector<std::int64_t> m_fitRows; // by generation
};

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

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double clockSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// What was done until the last generation that was finished in time; before the first, how far it came.
class Probe final : public ChainObserver
{
public:
    /// `now`: in seconds, on the thread that runs.
    Probe(const std::vector<Plan>& plans, std::int64_t chains, double (*now)())
        : m_plans(plans), m_chains(chains), m_now(now)
    {
    }

    void onGeneration(const GenerationPtr& generation) override
    {
        m_work = (m_seen == 0 ? 0 : m_work) + workOf(generation->chain, generation->index);
        m_seconds = m_now() - m_start;
        m_metrics = static_cast<double>(generation->metrics.size());
        if (generation->snapshot && m_seen % kWeighEvery == 0)
            m_snapshotBytes =
                static_cast<double>(nlohmann::json::to_cbor(toJson(*generation->snapshot)).size());
        ++m_seen;
    }

    /// From the first word of each fit on: what comes before is done once, reading the source for instance.
    void onProgress(const Progress& progress) override
    {
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
    double seconds() const { return m_seconds; }
    double metrics() const { return m_metrics; }
    double snapshotBytes() const { return m_snapshotBytes; }

private:
    static constexpr int kWeighEvery = 100; // weighing every one would be measured as the run's own time

    double workOf(ChainIndex chain, int generation) const
    {
        return m_plans[static_cast<std::size_t>(chain / m_chains)].work(generation);
    }

    const std::vector<Plan>& m_plans;
    std::int64_t m_chains;
    double (*m_now)();
    double m_start = m_now();
    double m_firstWord = m_start;
    double m_work = 0, m_seconds = 0, m_metrics = 0, m_snapshotBytes = 0;
    std::map<ChainIndex, double> m_begun; // work done in the fit under way
    int m_seen = 0;
};

Result<std::vector<Plan>> plansOf(const Experiment& experiment)
{
    const Result<std::vector<Experiment>> variants = expandVariants(experiment);
    if (!variants)
        return variants.error();
    std::vector<Plan> plans;
    for (const Experiment& variant : *variants) {
        Result<Plan> plan = Plan::make(variant);
        if (!plan)
            return plan.error();
        plans.push_back(std::move(plan).value());
    }
    return plans;
}

Result<RunEnd> runFor(const Experiment& experiment, Probe& probe, const EstimateOptions& options)
{
    const StopSource stop;
    const Deadline deadline(stop, options.probeTime, options.stop);
    return run(experiment, probe, stop.token(),
               {options.countsProcessorTime ? 1 : options.threads, {}, "cpu"});
}

/// The same experiment with so few rows that a generation ends in time.
Experiment shrunk(Experiment experiment)
{
    experiment.samples.size = kShrunkRows;
    if (experiment.family == "image") { // what else takes long is left out
        experiment.samples.size = kShrunkImages;
        experiment.model.epochs = 1;
        experiment.evaluation.metrics = {"latentStd"};
        experiment.stopWhen = {};
    }
    experiment.samples.schedule = "constant";
    experiment.policy.subsample = std::min(experiment.policy.subsample, experiment.samples.size);
    experiment.variants.clear();
    return experiment;
}

void measureInto(Estimate& result, const Probe& probe, const std::vector<Plan>& plans, std::int64_t chains)
{
    double work = 0, bytes = kFileBytes;
    for (const Plan& plan : plans) {
        work += plan.allWork() * static_cast<double>(chains);
        bytes += plan.snapshotBytes(probe.snapshotBytes()) * static_cast<double>(chains);
    }
    result.probeSeconds = probe.seconds();
    if (result.wholeRunMeasured)
        result.seconds = probe.seconds();
    else
        result.seconds = probe.work() > 0 ? probe.seconds() * work / probe.work()
                                          : std::numeric_limits<double>::quiet_NaN();
    result.diskBytes =
        bytes + static_cast<double>(result.generations) * (kGenerationBytes + kMetricBytes * probe.metrics());
}

Estimate count(const Experiment& experiment, const std::vector<Plan>& plans, int threads)
{
    Estimate result;
    const auto chains = static_cast<double>(experiment.chains);
    double fitBytes = 0;
    for (const Plan& plan : plans) {
        result.fittedRows += plan.allRows() * chains;
        result.largestFit = std::max(result.largestFit, plan.largest());
        fitBytes = std::max(fitBytes, plan.fitBytes());
    }
    result.chains = experiment.chains * static_cast<std::int64_t>(plans.size());
    result.memoryBytes =
        kProgramBytes + fitBytes * static_cast<double>(std::min<std::int64_t>(threads, result.chains));
    return result;
}

/// Runs `probed` for a while and scales what it measured to the experiment that `plans` describe.
/// `isWhole`: `probed` is that experiment itself. False when nothing was heard of in time.
Result<bool> measure(Estimate& result, const Experiment& probed, const std::vector<Plan>& plans,
                     std::int64_t chains, const EstimateOptions& options, bool isWhole)
{
    const Result<std::vector<Plan>> probedPlans = plansOf(probed);
    if (!probedPlans)
        return probedPlans.error();
    Probe probe(*probedPlans, probed.chains, options.countsProcessorTime ? processorSeconds : clockSeconds);
    const Result<RunEnd> end = runFor(probed, probe, options);
    if (!end && end.error().kind != ErrorKind::Stopped)
        return end.error();
    result.wholeRunMeasured = isWhole && end && *end == RunEnd::Finished;
    measureInto(result, probe, plans, chains);
    return probe.work() > 0;
}

} // namespace

Result<Estimate> counted(const Experiment& experiment, int threads)
{
    const Result<std::vector<Plan>> plans = plansOf(experiment);
    if (!plans)
        return plans.error();
    const Result<std::int64_t> total = totalGenerations(experiment);
    if (!total)
        return total.error();
    Estimate result = count(experiment, *plans, threads > 0 ? threads : availableThreads());
    result.generations = *total;
    return result;
}

Result<Estimate> estimate(const Experiment& experiment, EstimateOptions options)
{
    if (options.threads <= 0)
        options.threads = availableThreads();
    const Result<std::vector<Plan>> plans = plansOf(experiment);
    if (!plans)
        return plans.error();
    Result<Estimate> planned = counted(experiment, options.threads);
    if (!planned)
        return planned;
    Estimate& result = *planned;
    if (findFamily(experiment.family)->isNetwork)
        options.countsProcessorTime = false; // its threads are its own
    Result<bool> measured = measure(result, experiment, *plans, experiment.chains, options, true);
    if (measured && !*measured && !options.stop.stopRequested())
        measured = measure(result, shrunk(experiment), *plans, experiment.chains, options, false);
    if (!measured)
        return measured.error();
    if (options.stop.stopRequested())
        return stopped();
    if (options.countsProcessorTime)
        result.seconds /= static_cast<double>(std::min<std::int64_t>(options.threads, result.chains));
    return planned;
}

std::vector<double> plannedWork(const Experiment& variant, std::int64_t tableRows)
{
    const Plan plan(variant, 1, 1, tableRows);
    std::vector<double> work;
    for (std::int64_t g = 0; g <= variant.generations; ++g)
        work.push_back(plan.work(g));
    return work;
}

} // namespace hareloom
