// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/EngineThread.h"

#include "core/base/CoarseClock.h"
#include "core/base/ProcessorClock.h"
#include "core/recipe/DeviceChoice.h"
#include "ui/jobs/ThreadPriority.h"
#include "ui/settings/Preferences.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace hareloom::ui {

namespace {

/// What a worker spent on a chain, told when the coarse clock steps: reading the processor's time takes
/// longer than a short generation. A worker's stay with one chain ends with such a step, too.
double spentSinceLastTold()
{
    thread_local CoarseClock::time_point step{};
    thread_local double told = processorSeconds();
    const auto now = CoarseClock::now();
    if (now == step)
        return 0;
    step = now;
    const double spent = processorSeconds();
    return std::max(0.0, spent - std::exchange(told, spent));
}

class Postman final : public ChainObserver
{
public:
    explicit Postman(Mailbox& mailbox) : m_mailbox(mailbox) {}
    void onProgress(const Progress& progress) override { m_mailbox.put(progress); }
    void onGeneration(const GenerationPtr& generation) override
    {
        m_mailbox.put(generation, spentSinceLastTold());
    }
    void onDraft(ChainIndex chain, const SnapshotPtr& draft) override { m_mailbox.put(Draft{chain, draft}); }

private:
    Mailbox& m_mailbox;
};

RunOutcome outcomeOf(const Result<RunEnd>& end)
{
    if (end)
        return {*end == RunEnd::Finished, {}};
    return {false, end.error().kind == ErrorKind::Stopped ? std::string() : end.error().message};
}

RunOutcome work(const EngineThread::Job& job, Mailbox& mailbox, const StopSource& stop)
{
    try {
        Postman postman(mailbox);
        // Here, not on the window's thread: it may have to load the neural library.
        const std::string& family = job.experiment.family;
        const auto device = chooseDevice(family, trainsNetworks(family) ? job.device : "cpu");
        if (!device)
            return {false, device.error().message};
        RunOptions options = job.options;
        options.device = device->name;
        if (!job.recording)
            return outcomeOf(run(job.experiment, postman, stop.token(), options));
        return outcomeOf(job.recording->record(job.experiment, postman, stop, options, device->words()));
    } catch (const std::bad_alloc&) {
        return {false, "There is not enough memory for this run; fewer samples or components need less."};
    } catch (const std::exception& problem) {
        return {false, std::string("The run ended unexpectedly: ") + problem.what()};
    } catch (...) {
        return {false, "The run ended unexpectedly."};
    }
}

} // namespace

int engineThreads()
{
    const int chosen = Preferences::threads();
    return chosen > 0 ? chosen : std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

EngineThread::EngineThread(Job job, Mailbox& mailbox)
    : m_thread([job = std::move(job), &mailbox, stop = m_stop] {
          lowerThreadPriority();
          mailbox.put(work(job, mailbox, stop));
      })
{
}

EngineThread::~EngineThread()
{
    m_stop.requestStop();
    m_thread.join();
}

} // namespace hareloom::ui
