// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"

#include <QObject>
#include <QThreadPool>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace hareloom::ui {

/// Runs one job at a time beside the GUI thread and hands over, on the GUI thread, what it found.
///
/// The latest job wins: start() and cancel() ask the job at work to stop, and whatever it still finds is
/// dropped. So does the destructor, which waits for no job: a job must own everything that it uses. What a
/// job throws becomes an error. Made, asked and destroyed on the GUI thread.
template<typename Value>
class LatestJob
{
public:
    /// Called on a thread of the pool. Should end soon after `stop` says so.
    using Work = std::function<Result<Value>(const StopToken& stop)>;
    /// Called on the GUI thread, once for each job that nothing has replaced.
    using Done = std::function<void(const Result<Value>& found)>;

    /// `failure` begins the sentence about what a job throws: "The table could not be read".
    LatestJob(std::string failure, Done done) : m_failure(std::move(failure)), m_done(std::move(done)) {}
    ~LatestJob() { cancel(); }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    void start(Work work)
    {
        cancel();
        m_job = std::make_shared<Job>();
        m_job->listener = this;
        QThreadPool::globalInstance()->start([job = m_job, work = std::move(work), failure = m_failure] {
            job->finish(attempt(work, job->stop.token(), failure), job);
        });
    }

    void cancel()
    {
        if (m_job)
            m_job->abandon();
        m_job.reset();
    }

    /// Until done() is called or the job is cancelled.
    bool isAtWork() const { return m_job != nullptr; }

    /// Waits for the job at work, if there is one, and hands over what it found before it returns.
    void wait()
    {
        if (!m_job)
            return;
        m_job->waitForEnd();
        handOver();
    }

private:
    /// Shared by both threads, so that it outlives whichever is done first.
    struct Job
    {
        StopSource stop;
        std::mutex mutex;
        std::condition_variable hasEnded;
        LatestJob* listener = nullptr; // null: abandoned, nobody wants to know
        std::optional<Result<Value>> found;

        void abandon()
        {
            stop.requestStop();
            const std::lock_guard lock(mutex);
            listener = nullptr;
        }
        void finish(Result<Value> result, std::shared_ptr<Job> self)
        {
            const std::lock_guard lock(mutex);
            if (!listener)
                return;
            found.emplace(std::move(result));
            hasEnded.notify_all();
            // The listener cannot go meanwhile: its destructor calls abandon() first, which waits for the
            // mutex.
            const auto look = [listener = listener, self = std::move(self)] {
                if (listener->m_job == self)
                    listener->handOver();
            };
            QMetaObject::invokeMethod(&listener->m_receiver, look, Qt::QueuedConnection);
        }
        void waitForEnd()
        {
            std::unique_lock lock(mutex);
            hasEnded.wait(lock, [this] { return found.has_value(); });
        }
    };

    static Result<Value> attempt(const Work& work, const StopToken& stop, const std::string& failure)
    {
        if (stop.stopRequested())
            return systemError(failure); // abandoned before it began; nobody reads this
        try {
            return work(stop);
        } catch (const std::exception& problem) {
            return systemError(failure + ": " + problem.what());
        } catch (...) {
            return systemError(failure + '.');
        }
    }

    void handOver()
    {
        const std::shared_ptr<Job> job = std::move(m_job); // done() may start another
        m_done(*job->found);
    }

    std::string m_failure;
    Done m_done;
    std::shared_ptr<Job> m_job; // null: none is at work
    QObject m_receiver;         // of what the pool's threads post; it goes first, and their messages with it
};

} // namespace hareloom::ui
