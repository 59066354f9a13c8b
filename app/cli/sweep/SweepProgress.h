// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/sweep/SweepRun.h"

#include <chrono>

namespace hareloom::cli {

/// Shows how far a sweep is: a line drawn over on a terminal, else one every ten seconds.
class SweepProgress final : public SweepObserver
{
public:
    /// `before`: chains that were done when it began, of `total`. `quiet`: only counts.
    SweepProgress(Console& console, std::int64_t total, std::int64_t before, bool quiet);

    Result<void> onChain(const ChainValuesPtr& values) override;
    Result<void> onFailed(std::int64_t point, std::int64_t replicate, const Error& why) override;

    void finish();
    std::int64_t done() const { return m_done; }
    std::int64_t failed() const { return m_failed; }

private:
    void show();

    using Clock = std::chrono::steady_clock;

    Console& m_console;
    std::int64_t m_total, m_before, m_done, m_failed = 0;
    bool m_quiet;
    Clock::time_point m_start = Clock::now(), m_lastShown = m_start;
};

} // namespace hareloom::cli
