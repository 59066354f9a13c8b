// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/MemoryGate.h"

#include <algorithm>
#include <chrono>

namespace hareloom {

namespace {

constexpr std::chrono::milliseconds kLook{20}; // until a stop from outside is seen

} // namespace

MemoryGate::Pass MemoryGate::enter(double bytes, const StopToken& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_within > 0 && bytes > std::max(0.0, m_free)) {
        if (stop.stopRequested())
            return {nullptr, 0};
        m_left.wait_for(lock, kLook);
    }
    ++m_within;
    m_free -= bytes;
    return {this, bytes};
}

void MemoryGate::leave(double bytes)
{
    {
        const std::lock_guard lock(m_mutex);
        --m_within;
        m_free += bytes;
    }
    m_left.notify_all();
}

} // namespace hareloom
