// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace hareloom {

namespace detail {
enum RunState : int { Going = 0, Paused = 1, Stopping = 2 };
}

/// The listening end of a StopSource. Cheap to copy; a default one never stops. Any thread.
class StopToken
{
public:
    StopToken() = default;

    bool stopRequested() const
    {
        return m_state && m_state->load(std::memory_order_acquire) == detail::Stopping;
    }

    /// Sleeps while paused. Returns true when work should go on, false when it should stop.
    bool proceed() const
    {
        if (!m_state)
            return true;
        int state = m_state->load(std::memory_order_acquire);
        while (state == detail::Paused) {
            m_state->wait(state, std::memory_order_acquire);
            state = m_state->load(std::memory_order_acquire);
        }
        return state != detail::Stopping;
    }

private:
    friend class StopSource;
    explicit StopToken(std::shared_ptr<std::atomic<int>> state) : m_state(std::move(state)) {}
    std::shared_ptr<std::atomic<int>> m_state;
};

/// The talking end: pause, resume, stop. Stop is final. Any thread; requestStop() is safe in a signal
/// handler.
class StopSource
{
public:
    StopSource() : m_state(std::make_shared<std::atomic<int>>(detail::Going)) {}

    StopToken token() const { return StopToken(m_state); }
    void pause() { move(detail::Going, detail::Paused); }
    void resume() { move(detail::Paused, detail::Going); }
    void requestStop()
    {
        m_state->store(detail::Stopping, std::memory_order_release);
        m_state->notify_all();
    }
    bool isPaused() const { return m_state->load(std::memory_order_acquire) == detail::Paused; }
    bool stopRequested() const { return m_state->load(std::memory_order_acquire) == detail::Stopping; }

private:
    void move(int from, int to)
    {
        m_state->compare_exchange_strong(from, to, std::memory_order_acq_rel);
        m_state->notify_all();
    }
    std::shared_ptr<std::atomic<int>> m_state;
};

} // namespace hareloom
