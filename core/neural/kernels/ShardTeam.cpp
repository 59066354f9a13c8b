// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/ShardTeam.h"

#include "core/neural/kernels/TinyNumbers.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cfenv>
#include <system_error>

namespace hareloom::neural {
namespace {

constexpr int kNice = 10; // a window stays smooth beside it

} // namespace

ShardTeam::ShardTeam(int threads)
{
    m_threads.reserve(static_cast<std::size_t>(std::max(1, threads)));
    try {
        for (int t = 0; t < std::max(1, threads); ++t)
            m_threads.emplace_back([this] { work(); });
    } catch (const std::system_error&) { // the machine gives no more: those that there are do all of it
    }
}

ShardTeam::~ShardTeam()
{
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
    }
    m_begin.notify_all();
}

void ShardTeam::run(std::int64_t count, const std::function<void(std::int64_t)>& body)
{
    std::unique_lock lock(m_mutex);
    m_body = &body;
    m_count = count;
    m_next = 0;
    m_failure = nullptr;
    if (m_threads.empty()) { // the caller's own then, which computes as before afterwards
        lock.unlock();
        std::fenv_t before;
        std::fegetenv(&before);
        flushTinyNumbers();
        takePieces();
        std::fesetenv(&before);
        lock.lock();
    }
    m_atWork = static_cast<int>(std::ssize(m_threads));
    ++m_round;
    m_begin.notify_all();
    m_end.wait(lock, [this] { return m_atWork == 0; });
    if (m_failure)
        std::rethrow_exception(m_failure);
}

void ShardTeam::work()
{
    (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice);
    flushTinyNumbers();
    std::uint64_t seen = 0;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_begin.wait(lock, [&] { return m_over || m_round != seen; });
        if (m_over)
            return;
        seen = m_round;
        lock.unlock();
        takePieces();
        lock.lock();
        if (--m_atWork == 0)
            m_end.notify_one();
    }
}

void ShardTeam::takePieces()
{
    try {
        for (std::int64_t i = m_next++; i < m_count; i = m_next++)
            (*m_body)(i);
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        m_failure = std::current_exception();
        m_next = m_count;
    }
}

} // namespace hareloom::neural
