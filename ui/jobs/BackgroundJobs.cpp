// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/BackgroundJobs.h"

#include "ui/jobs/ThreadPriority.h"

#include <exception>

namespace hareloom::ui {

BackgroundJobs::~BackgroundJobs()
{
    cancel();
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void BackgroundJobs::add(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
    m_wake.notify_one();
}

void BackgroundJobs::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_jobs.clear();
    m_stop.requestStop();
}

void BackgroundJobs::work()
{
    lowerThreadPriority();
    for (;;) {
        Job job;
        StopToken stop;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_isOver || !m_jobs.empty(); });
            if (m_isOver)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
            m_stop = StopSource();
            stop = m_stop.token();
        }
        try {
            job(stop);
        } catch (const std::exception&) { // a picture or a hint that is not there: nothing to tell a user
        }
    }
}

} // namespace hareloom::ui
