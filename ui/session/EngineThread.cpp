// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/EngineThread.h"

#include "ui/preferences/Preferences.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <exception>

namespace hareloom::ui {

namespace {

constexpr int kEngineNice = 10;

class Postman final : public ChainObserver
{
public:
    explicit Postman(Mailbox& mailbox) : m_mailbox(mailbox) {}
    void onProgress(const Progress& progress) override { m_mailbox.put(progress); }
    void onGeneration(const GenerationPtr& generation) override { m_mailbox.put(generation); }
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
        if (!job.recording)
            return outcomeOf(run(job.experiment, postman, stop.token(), job.options));
        return outcomeOf(job.recording->record(job.experiment, postman, stop, job.options));
    } catch (const std::bad_alloc&) {
        return {false, "There is not enough memory for this run; fewer samples or components need less."};
    } catch (const std::exception& problem) {
        return {false, std::string("The run ended unexpectedly: ") + problem.what()};
    } catch (...) {
        return {false, "The run ended unexpectedly."};
    }
}

} // namespace

void lowerThreadPriority()
{
#ifdef __linux__
    // QThread::setPriority() does nothing here; a thread's own niceness does, and its children inherit it.
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kEngineNice);
#endif
}

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
