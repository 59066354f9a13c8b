// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"

namespace hareloom {

/// Asks a StopToken once in 65,536 calls: of steps that take less than a microsecond each, often enough.
class PollEvery
{
public:
    explicit PollEvery(const StopToken& stop) : m_stop(stop) {}
    /// False when work should stop.
    bool proceed() { return (++m_calls & 0xFFFF) != 0 || m_stop.proceed(); }

private:
    const StopToken& m_stop;
    unsigned m_calls = 0;
};

} // namespace hareloom
