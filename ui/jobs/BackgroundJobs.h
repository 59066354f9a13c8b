// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace hareloom::ui {

/// Work that may wait, one job after another on a thread at low priority, which is begun for the first one.
/// GUI thread; a job runs on the other and posts what it found.
class BackgroundJobs
{
public:
    /// Ends soon after `stop` says so: within 100 ms.
    using Job = std::function<void(const StopToken& stop)>;

    BackgroundJobs() = default;
    /// Cancels and waits.
    ~BackgroundJobs();
    BackgroundJobs(const BackgroundJobs&) = delete;
    BackgroundJobs& operator=(const BackgroundJobs&) = delete;

    void add(Job job);
    /// Stops the job at work and forgets the others; does not wait.
    void cancel();

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    StopSource m_stop; // of the job at work
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace hareloom::ui
