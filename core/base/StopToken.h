// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace hareloom {

namespace detail {
enum RunState : int { Going = 0, Paused = 1, Stopping = 2 };

/// Below zero: going, and that many polls are left before the stop (StopSource::stopAfterPolls).
inline bool isCountedDown(std::atomic<int>& value)
{
    int left = value.load(std::memory_order_acquire);
    while (left < 0 &&
           !value.compare_exchange_weak(left, left == -1 ? Stopping : left + 1, std::memory_order_acq_rel)) {
    }
    return left == -1 || left == Stopping;
}

/// Shared by both ends. The standard library may keep its list of sleepers once for each shared library, so
/// whoever listens sleeps in the code of the one that made this, and is woken by it.
struct StopState
{
    std::atomic<int> value{Going};
    void (*sleep)(const std::atomic<int>&) = [](const std::atomic<int>& state) {
        state.wait(Paused, std::memory_order_acquire);
    };
};
} // namespace detail

/// The listening end of a StopSource. Cheap to copy; a default one never stops. Any thread.
class StopToken
{
public:
    StopToken() = default;

    bool stopRequested() const
    {
        if (!m_state)
            return false;
        const int state = m_state->value.load(std::memory_order_acquire);
        return state >= 0 ? state == detail::Stopping : detail::isCountedDown(m_state->value);
    }

    /// Sleeps while paused. Returns true when work should go on, false when it should stop.
    bool proceed() const
    {
        if (!m_state)
            return true;
        int state = m_state->value.load(std::memory_order_acquire);
        while (state == detail::Paused) {
            m_state->sleep(m_state->value);
            state = m_state->value.load(std::memory_order_acquire);
        }
        return state >= 0 ? state != detail::Stopping : !detail::isCountedDown(m_state->value);
    }

private:
    friend class StopSource;
    explicit StopToken(std::shared_ptr<detail::StopState> state) : m_state(std::move(state)) {}
    std::shared_ptr<detail::StopState> m_state;
};

/// The talking end: pause, resume, stop; used in the library that made it. Stop is final. Any thread;
/// requestStop() is safe in a signal handler.
class StopSource
{
public:
    StopSource() : m_state(std::make_shared<detail::StopState>()) {}

    StopToken token() const { return StopToken(m_state); }
    void pause() { move(detail::Going, detail::Paused); }
    void resume() { move(detail::Paused, detail::Going); }
    void requestStop()
    {
        m_state->value.store(detail::Stopping, std::memory_order_release);
        m_state->value.notify_all();
    }
    /// Stops at the n-th poll from now, n >= 1, of any of its tokens: with every n in turn, a test meets each
    /// place where work can be stopped.
    void stopAfterPolls(int n) { m_state->value.store(-n, std::memory_order_release); }
    bool isPaused() const { return m_state->value.load(std::memory_order_acquire) == detail::Paused; }
    bool stopRequested() const { return m_state->value.load(std::memory_order_acquire) == detail::Stopping; }

private:
    void move(int from, int to)
    {
        m_state->value.compare_exchange_strong(from, to, std::memory_order_acq_rel);
        m_state->value.notify_all();
    }
    std::shared_ptr<detail::StopState> m_state;
};

} // namespace hareloom
