// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Run.h"

#include "core/base/CoarseClock.h"
#include "core/base/Parallel.h"
#include "core/chain/Line.h"
#include "core/recipe/Families.h"
#include "core/recipe/Stretches.h"
#include "core/training/PrepareChains.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <new>
#include <numeric>
#include <optional>
#include <utility>

namespace hareloom {
namespace {

using Clock = CoarseClock;                            // a generation may take less than a microsecond
constexpr auto kSlice = std::chrono::milliseconds(2); // a worker's stay with one chain
constexpr auto kProgressInterval = std::chrono::milliseconds(30);

// Generations that may wait for the observer's ear, all within one step of the coarse clock: taking the lock
// from another worker costs as much as a short generation.
constexpr std::size_t kTogether = 4;

using StrandOwner = std::unique_ptr<Strand>;

/// Passes calls on to the observer, one at a time.
class Speaker
{
public:
    Speaker(ChainObserver& observer, std::int64_t total, std::int64_t done)
        : m_observer(observer), m_total(total), m_done(done)
    {
    }

    /// Hands over in order, and empties `made`. Nothing is heard after a stop, or while paused. Errors:
    /// Stopped; the observer's.
    Result<void> handOver(std::vector<GenerationPtr>& made, const StopToken& stop, Clock::time_point now)
    {
        std::unique_lock lock(m_mutex);
        for (const GenerationPtr& generation : made) {
            if (!stop.proceed())
                return stopped();
            ++m_done;
            m_observer.onGeneration(generation);
            tell(generation->chain, generation->index, 1, now);
            if (auto heard = m_observer.onCheckpoint(); !heard)
                return heard;
        }
        lock.unlock();
        made.clear(); // frees them, where nobody waits for it
        return {};
    }

    void within(ChainIndex chain, int generation, double fraction, const TrainingProgress& training = {})
    {
        const std::lock_guard lock(m_mutex);
        tell(chain, generation, fraction, Clock::now(), training);
    }

    void show(ChainIndex chain, const SnapshotPtr& draft)
    {
        const std::lock_guard lock(m_mutex);
        m_observer.onDraft(chain, draft);
    }

    std::int64_t finish()
    {
        m_observer.onFinished(m_done);
        return m_done;
    }

private:
    void tell(ChainIndex chain, int generation, double fraction, Clock::time_point now,
              const TrainingProgress& training = {})
    {
        if (now - m_lastProgress < kProgressInterval && m_done < m_total)
            return;
        m_lastProgress = now;
        m_observer.onProgress({chain, generation, fraction, m_done, m_total, training});
    }

    ChainObserver& m_observer;
    alignas(64) std::mutex m_mutex; // with what it guards in one cache line, which goes from worker to worker
    std::int64_t m_total, m_done;
    Clock::time_point m_lastProgress{};
};

/// Chains that wait for a worker. Short slices in turn keep all of them at about the same generation. A chain
/// is freed as soon as it is finished, by the worker that finished it.
class Queue
{
public:
    Queue(Strands strands, int threads) : m_threads(threads)
    {
        for (auto& strand : strands)
            if (!strand->isFinished())
                m_waiting.push_back(std::move(strand));
        m_left = std::ssize(m_waiting);
    }

    /// Null when there is nothing left to do, ever.
    StrandOwner take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_left == 0; });
        if (m_waiting.empty())
            return nullptr;
        StrandOwner strand = std::move(m_waiting.front());
        m_waiting.pop_front();
        return strand;
    }

    /// With the branches that began in the meantime.
    void giveBack(StrandOwner strand)
    {
        const std::lock_guard lock(m_mutex);
        for (StrandOwner& branch : strand->begun())
            if (!branch->isFinished()) {
                ++m_left;
                m_waiting.push_back(std::move(branch));
            }
        if (strand->isFinished())
            --m_left;
        else
            m_waiting.push_back(std::move(strand));
        m_changed.notify_all();
    }

    void abandon()
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.clear();
        m_left = 0;
        m_changed.notify_all();
    }

    /// Threads that one chain may use when all that are left are at work.
    int threadsForOne() const
    {
        return static_cast<int>(std::max<std::int64_t>(1, m_threads / std::max<std::int64_t>(1, m_left)));
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<StrandOwner> m_waiting;
    std::atomic<std::int64_t> m_left = 0; // waiting or in a worker's hands
    int m_threads;
};

class Runner
{
public:
    Runner(Queue& queue, Speaker& speaker, const StopToken& stop, std::string device)
        : m_queue(queue), m_speaker(speaker), m_stop(stop), m_device(std::move(device))
    {
    }

    void work()
    {
        while (StrandOwner strand = m_queue.take()) {
            if (!advanceGuarded(*strand)) {
                m_queue.abandon();
                return;
            }
            m_queue.giveBack(std::move(strand));
        }
    }

    /// The first error of any worker; Stopped when asked to.
    std::optional<Error> failure()
    {
        const std::lock_guard lock(m_mutex);
        return m_failure;
    }

private:
    // Whatever is thrown ends the run with a reason, not the program.
    bool advanceGuarded(Strand& strand)
    {
        try {
            return advanceForASlice(strand);
        } catch (const std::bad_alloc&) {
            return fail(systemError("memory ran out in generation " +
                                    std::to_string(strand.chain().nextGeneration()) +
                                    "; a smaller samples.size or pool \"latest\" needs less"));
        } catch (const std::exception& unexpected) {
            return fail(systemError(std::string("the engine failed: ") + unexpected.what()));
        }
    }

    bool advanceForASlice(Strand& strand)
    {
        const auto start = Clock::now();
        auto now = start;
        FitContext context = contextFor(strand);
        std::vector<GenerationPtr> made;
        bool goesOn = true;
        while (goesOn) {
            if (!m_stop.proceed())
                return fail(stopped());
            if (m_failed)
                return false;
            const auto advanced = strand.advance(context, made);
            const auto before = std::exchange(now, Clock::now());
            goesOn = advanced.ok() && !strand.isFinished() && now - start < kSlice;
            if (goesOn && now == before && made.size() < kTogether)
                continue;
            const auto heard = m_speaker.handOver(made, m_stop, now);
            if (!heard || !advanced)
                return fail(heard ? advanced.error() : heard.error());
        }
        return true;
    }

    FitContext contextFor(const Strand& strand)
    {
        FitContext context;
        context.stop = m_stop;
        context.threads = m_queue.threadsForOne();
        context.onProgress = [this, &strand](double fraction) {
            m_speaker.within(strand.chain().index(), strand.chain().nextGeneration(), fraction);
        };
        context.onTraining = [this, &strand](double fraction, const TrainingProgress& training) {
            m_speaker.within(strand.chain().index(), strand.chain().nextGeneration(), fraction, training);
        };
        if (strand.chain().nextGeneration() == 0)
            context.onDraft = [this, &strand](const SnapshotPtr& draft) {
                m_speaker.show(strand.chain().index(), draft);
            };
        context.device = m_device;
        return context;
    }

    bool fail(Error error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_failure)
            m_failure = std::move(error);
        m_failed = true;
        return false;
    }

    Queue& m_queue;
    Speaker& m_speaker;
    StopToken m_stop;
    std::string m_device;
    std::mutex m_mutex;
    std::optional<Error> m_failure;
    std::atomic<bool> m_failed = false;
};

/// Generations that an earlier run has made, those included that were left out of `resume`.
std::int64_t madeBefore(const std::vector<GenerationPtr>& resume)
{
    std::map<ChainIndex, int> lengths;
    for (const GenerationPtr& generation : resume) {
        int& length = lengths[generation->chain];
        length = std::max(length, generation->index + 1);
    }
    std::int64_t made = 0;
    for (const auto& [chain, length] : lengths)
        made += length;
    return made;
}

/// Of models that tell it by themselves, so that their samples need no source.
std::optional<DataShape> shapeOf(const Snapshot& snapshot)
{
    DataShape shape;
    if (const NormalMixture* mixture = snapshot.normalMixture())
        shape.dimension = mixture->dimension();
    else if (const Categorical* states = snapshot.categorical())
        shape.states = states->probabilities.size();
    else
        return std::nullopt;
    return shape;
}

Result<DatasetPtr> sampleFrom(const Family& family, const Experiment& experiment, const DataShape& shape,
                              const Generation& generation, DatasetPtr prompts = nullptr)
{
    const auto generator = family.make(experiment, shape);
    if (auto restored = generator->restore(generation.snapshot); !restored)
        return restored.error();
    const std::int64_t rows = std::max<std::int64_t>(1, generation.sampleRows);
    return generator->sample(rows, generation.seed, {experiment.policy.lambda, std::move(prompts)},
                             FitContext());
}

void workOn(Runner& runner, int threads)
{
    parallelFor(threads, threads, [&runner](std::int64_t) { runner.work(); });
}

} // namespace

Result<RunEnd> run(const Experiment& experiment, ChainObserver& observer, const StopToken& stop,
                   const RunOptions& options)
{
    const int threads = options.threads > 0 ? options.threads : availableThreads();
    auto strands = makeStrands(experiment, threads, options.resume, stop);
    if (!strands && strands.error().kind == ErrorKind::Stopped) {
        observer.onFinished(madeBefore(options.resume));
        return RunEnd::Stopped;
    }
    if (!strands)
        return strands.error();
    const std::int64_t chains =
        std::accumulate(strands->begin(), strands->end(), std::int64_t{0},
                        [](std::int64_t sum, const StrandOwner& strand) { return sum + strand->chains(); });
    Speaker speaker(observer, chains * (experiment.generations + 1), madeBefore(options.resume));
    Queue queue(*std::move(strands), threads);
    Runner runner(queue, speaker, stop, options.device);
    workOn(runner, static_cast<int>(std::min<std::int64_t>(threads, chains)));
    speaker.finish();
    if (const auto failure = runner.failure())
        return failure->kind == ErrorKind::Stopped ? Result<RunEnd>(RunEnd::Stopped)
                                                   : Result<RunEnd>(*failure);
    return RunEnd::Finished;
}

Result<std::int64_t> totalGenerations(const Experiment& experiment)
{
    const std::int64_t variants = std::max<std::int64_t>(1, std::ssize(experiment.variants));
    return variants * experiment.chains * (experiment.generations + 1);
}

Result<DatasetPtr> sampleOf(const Experiment& experiment, const Generation& generation,
                            std::span<const GenerationPtr> before)
{
    if (!generation.snapshot)
        return invalidFile("chain " + std::to_string(generation.chain) + ", generation " +
                           std::to_string(generation.index) +
                           " has no snapshot, so its rows cannot be made again");
    if (DatasetPtr kept = generation.snapshot->keptSample())
        return kept;
    const Experiment then = experimentAt(experiment, generation.index);
    if (const auto shape = shapeOf(*generation.snapshot))
        return sampleFrom(*findFamily(then.family), then, *shape, generation);
    const auto course = prepareCourse(experiment);
    if (!course)
        return course.error();
    const auto replicate = static_cast<int>(generation.chain % experiment.chains);
    const auto chain = Chain::make(*course, generation.chain, replicate, {});
    if (!chain)
        return chain.error();
    const auto prompts = (*chain)->promptsOf(generation, before);
    if (!prompts)
        return prompts.error();
    const ChainSetup& setup = *legOf(*course, generation.index).setup;
    return sampleFrom(*setup.family, setup.experiment, shapeOf(*setup.source, (*chain)->realRows()),
                      generation, *prompts);
}

} // namespace hareloom
