// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"

#include <condition_variable>
#include <mutex>

namespace hareloom {

/// Lets in so many chains at once as memory holds; the others wait. A chain that no memory holds is let in
/// alone: it may need less than was counted. Any thread.
class MemoryGate
{
public:
    explicit MemoryGate(double bytes) : m_free(bytes) {}

    /// A chain's place within; leaves when it ends. The gate outlives it.
    class Pass
    {
    public:
        Pass(MemoryGate* gate, double bytes) : m_gate(gate), m_bytes(bytes) {}
        ~Pass()
        {
            if (m_gate)
                m_gate->leave(m_bytes);
        }
        Pass(const Pass&) = delete;
        Pass& operator=(const Pass&) = delete;
        /// False: a stop came while it waited.
        explicit operator bool() const { return m_gate; }

    private:
        MemoryGate* m_gate;
        double m_bytes;
    };

    /// Waits until `bytes` are free, or nobody is within. A stop is heard within 50 ms.
    Pass enter(double bytes, const StopToken& stop);

private:
    void leave(double bytes);

    std::mutex m_mutex;
    std::condition_variable m_left;
    double m_free;
    int m_within = 0;
};

} // namespace hareloom
