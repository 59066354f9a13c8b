// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepRun.h"

#include "core/base/FreeMemory.h"
#include "core/base/Parallel.h"
#include "core/forecast/RunPlan.h"
#include "core/sweep/ChainRun.h"
#include "core/sweep/MemoryGate.h"
#include "core/training/PrepareChains.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <map>
#include <mutex>
#include <new>
#include <optional>

namespace hareloom {
namespace {

/// A point with its source opened, for all of its chains. Immutable.
struct OpenPoint
{
    Experiment experiment;
    Result<Course> course;
    double chainBytes; // what a chain of it takes
};
using OpenPointPtr = std::shared_ptr<const OpenPoint>;

/// What a chain takes while its largest generation is fitted; 0 where that cannot be counted: its run will
/// say why.
double bytesOf(const Experiment& experiment, const Result<Course>& course, const std::string& device)
{
    if (!course)
        return 0;
    const auto plan = RunPlan::make(experiment, course->front().setup->source, device);
    return plan ? plan->fitBytes() : 0;
}

/// Opens points as they come, each once, and forgets those that lie behind.
class OpenPoints
{
public:
    OpenPoints(const SweepPlan& plan, int threads, const std::string& device)
        : m_plan(plan), m_device(device), m_most(static_cast<std::size_t>(threads) + 1)
    {
    }

    OpenPointPtr get(std::int64_t point, const StopToken& stop)
    {
        const std::lock_guard lock(m_mutex);
        OpenPointPtr& open = m_open[point];
        if (!open) {
            Experiment experiment = m_plan.experimentOf(point);
            auto course = prepareCourse(experiment, stop);
            const double bytes = bytesOf(experiment, course, m_device);
            open =
                std::make_shared<const OpenPoint>(OpenPoint{std::move(experiment), std::move(course), bytes});
        }
        const OpenPointPtr found = open;
        if (m_open.size() > m_most)
            m_open.erase(m_open.begin());
        return found;
    }

private:
    const SweepPlan& m_plan;
    const std::string& m_device;
    std::size_t m_most;
    std::mutex m_mutex;
    std::map<std::int64_t, OpenPointPtr> m_open;
};

/// Says which chain a worker has under way, and that it rests when that is over. Who waits for memory has
/// none: it is not to blame where memory runs out.
class Begun
{
public:
    Begun(const SweepOptions& options, int worker, std::int64_t point, std::int64_t replicate)
        : m_options(options), m_worker(worker)
    {
        tell(point, replicate);
    }
    ~Begun() { tell(-1, 0); }
    Begun(const Begun&) = delete;
    Begun& operator=(const Begun&) = delete;

private:
    void tell(std::int64_t point, std::int64_t replicate) const
    {
        if (m_options.onBegun)
            m_options.onBegun(m_worker, point, replicate);
    }

    const SweepOptions& m_options;
    int m_worker;
};

class Runner
{
public:
    Runner(const SweepPlan& plan, SweepObserver& observer, const StopToken& stop, const SweepOptions& options,
           int threads)
        : m_plan(plan),
          m_observer(observer),
          m_stop(stop),
          m_options(options),
          m_threads(threads),
          m_points(plan, threads, options.device),
          m_memory(options.memoryBytes > 0 ? options.memoryBytes : memoryForChains())
    {
        for (std::int64_t unit = 0; unit < plan.chains(); ++unit)
            if (isWanted(unit))
                ++m_left;
    }

    void work(int worker)
    {
        for (std::int64_t unit; !m_hasFailed && !m_isStopped && (unit = next()) < m_plan.chains();) {
            runGuarded(worker, unit / m_plan.replicates(), unit % m_plan.replicates());
            --m_left;
        }
    }

    std::int64_t left() const { return m_left; }
    bool isStopped() const { return m_isStopped; }
    const std::optional<Error>& failure() const { return m_failure; }

private:
    bool isWanted(std::int64_t unit) const
    {
        return !m_options.isWanted ||
               m_options.isWanted(unit / m_plan.replicates(), unit % m_plan.replicates());
    }

    std::int64_t next()
    {
        const std::lock_guard lock(m_mutex);
        while (m_next < m_plan.chains() && !isWanted(m_next))
            ++m_next;
        return m_next < m_plan.chains() ? m_next++ : m_next;
    }

    // Whatever is thrown ends the chain with a reason, not the program.
    void runGuarded(int worker, std::int64_t point, std::int64_t replicate)
    {
        try {
            runOne(worker, point, replicate);
        } catch (const std::bad_alloc&) {
            tellFailed(point, replicate, systemError("memory ran out"));
        } catch (const std::exception& unexpected) {
            tellFailed(point, replicate, systemError(std::string("the engine failed: ") + unexpected.what()));
        }
    }

    void runOne(int worker, std::int64_t point, std::int64_t replicate)
    {
        const OpenPointPtr open = m_points.get(point, m_stop);
        if (!open->course)
            return tellFailed(point, replicate, open->course.error());
        const MemoryGate::Pass pass = m_memory.enter(open->chainBytes, m_stop);
        if (!pass)
            return tellFailed(point, replicate, stopped());
        const Begun begun(m_options, worker, point, replicate);
        ChainRun chain(open->experiment, *open->course, point, replicate,
                       m_options.sessionFor ? m_options.sessionFor(point, replicate) : std::string());
        FitContext context;
        context.stop = m_stop;
        context.device = m_options.device;
        context.threads =
            static_cast<int>(std::max<std::int64_t>(1, m_threads / std::max<std::int64_t>(1, m_left)));
        const auto values = chain.run(context);
        if (!values)
            return tellFailed(point, replicate, values.error());
        const bool isHeard = tell([&] { return m_observer.onChain(*values); }) &&
                             (!chain.hasSession() || tell([&] { return m_observer.onKept(); }));
        if (isHeard && chain.hasSession())
            chain.removeSession();
    }

    void tellFailed(std::int64_t point, std::int64_t replicate, const Error& why)
    {
        if (why.kind == ErrorKind::Stopped)
            m_isStopped = true;
        else
            tell([&] { return m_observer.onFailed(point, replicate, why); });
    }

    template<class Say>
    bool tell(const Say& say)
    {
        const std::lock_guard lock(m_telling);
        if (m_hasFailed)
            return false;
        const Result<void> heard = say();
        if (!heard) {
            m_failure = heard.error();
            m_hasFailed = true;
        }
        return heard.ok();
    }

    const SweepPlan& m_plan;
    SweepObserver& m_observer;
    StopToken m_stop;
    const SweepOptions& m_options;
    int m_threads;
    OpenPoints m_points;
    MemoryGate m_memory;
    std::mutex m_mutex, m_telling;
    std::int64_t m_next = 0;
    std::atomic<std::int64_t> m_left = 0;
    std::atomic<bool> m_isStopped = false, m_hasFailed = false;
    std::optional<Error> m_failure; // of the observer
};

} // namespace

double ChainValues::value(std::string_view metric, std::int64_t generation) const
{
    const std::int64_t g = generation == kLastGeneration ? generations() - 1 : generation;
    if (g < 0 || g >= generations())
        return std::numeric_limits<double>::quiet_NaN();
    for (std::size_t m = 0; m < metrics.size(); ++m)
        if (*metrics[m] == metric)
            return values[static_cast<std::size_t>(g) * metrics.size() + m];
    return std::numeric_limits<double>::quiet_NaN();
}

double memoryForChains()
{
    constexpr double kShare = 0.8; // the rest is for what a chain takes beside its fit, and for others
    return kShare * freeMemory().value_or(std::numeric_limits<double>::infinity());
}

Result<SweepEnd> runSweep(const SweepPlan& plan, SweepObserver& observer, const StopToken& stop,
                          const SweepOptions& options)
{
    if (auto sound = plan.check(); !sound)
        return sound.error();
    const int threads = options.threads > 0 ? options.threads : availableThreads();
    Runner runner(plan, observer, stop, options, threads);
    const auto workers = static_cast<int>(std::min<std::int64_t>(threads, runner.left()));
    parallelFor(workers, workers, [&runner](std::int64_t worker) { runner.work(static_cast<int>(worker)); });
    if (runner.failure())
        return *runner.failure();
    return runner.isStopped() ? SweepEnd::Stopped : SweepEnd::Finished;
}

} // namespace hareloom
