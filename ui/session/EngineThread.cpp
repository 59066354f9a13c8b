// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/EngineThread.h"

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

void lowerPriority()
{
#ifdef __linux__
    // QThread::setPriority() does nothing here; a thread's own niceness does, and its children inherit it.
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kEngineNice);
#endif
}

class Recorder final : public ChainObserver
{
public:
    Recorder(Mailbox& mailbox, SessionFile* file) : m_mailbox(mailbox), m_file(file) {}

    void onProgress(const Progress& progress) override { m_mailbox.put(progress); }

    void onGeneration(const GenerationPtr& generation) override
    {
        if (m_file && m_failure.ok())
            m_failure = m_file->append(*generation);
        m_mailbox.put(generation);
    }

    Result<void> onCheckpoint() override
    {
        if (!m_failure.ok() || !m_file)
            return m_failure;
        return m_file->commit();
    }

    void onFinished(std::int64_t) override
    {
        if (m_file && m_failure.ok())
            m_failure = m_file->commit();
    }

    const Result<void>& failure() const { return m_failure; }

private:
    Mailbox& m_mailbox;
    SessionFile* m_file;
    Result<void> m_failure;
};

RunOutcome work(const EngineThread::Job& job, Mailbox& mailbox, const StopToken& stop)
{
    try {
        Recorder recorder(mailbox, job.recording.get());
        const Result<RunEnd> end = run(job.experiment, recorder, stop, job.options);
        if (!end)
            return {false, end.error().kind == ErrorKind::Stopped ? std::string() : end.error().message};
        if (!recorder.failure())
            return {false, recorder.failure().error().message};
        return {*end == RunEnd::Finished, {}};
    } catch (const std::bad_alloc&) {
        return {false, "There is not enough memory for this run; fewer samples or components need less."};
    } catch (const std::exception& problem) {
        return {false, std::string("The run ended unexpectedly: ") + problem.what()};
    } catch (...) {
        return {false, "The run ended unexpectedly."};
    }
}

} // namespace

int engineThreads() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1); }

EngineThread::EngineThread(Job job, Mailbox& mailbox)
    : m_thread([job = std::move(job), &mailbox, stop = m_stop.token()] {
          lowerPriority();
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
