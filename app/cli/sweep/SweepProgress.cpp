// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep/SweepProgress.h"

#include "app/cli/ProgressPrinter.h"

namespace hareloom::cli {
namespace {

constexpr std::chrono::milliseconds kDrawInterval{200}, kLineInterval{10'000};

} // namespace

SweepProgress::SweepProgress(Console& console, std::int64_t total, std::int64_t before, bool quiet)
    : m_console(console), m_total(total), m_before(before), m_done(before), m_quiet(quiet)
{
}

Result<void> SweepProgress::onChain(const ChainValuesPtr& /*values*/)
{
    ++m_done;
    show();
    return {};
}

Result<void> SweepProgress::onFailed(std::int64_t /*point*/, std::int64_t /*replicate*/, const Error& /*why*/)
{
    ++m_failed;
    show();
    return {};
}

/// Time left in proportion to the chains: those of one sweep mostly cost about the same.
void SweepProgress::show()
{
    const auto now = Clock::now();
    if (m_quiet || now - m_lastShown < (m_console.errIsTerminal ? kDrawInterval : kLineInterval))
        return;
    m_lastShown = now;
    const double seconds = std::chrono::duration<double>(now - m_start).count();
    const std::int64_t made = m_done - m_before + m_failed, left = m_total - m_done - m_failed;
    std::string line = std::to_string(m_done) + " of " + std::to_string(m_total) + " chains";
    if (m_failed > 0)
        line += ", " + std::to_string(m_failed) + " failed";
    if (made > 0 && left > 0)
        line += ", about " + durationText(seconds / static_cast<double>(made) * static_cast<double>(left)) +
                " left";
    if (m_console.errIsTerminal)
        m_console.draw(line);
    else
        m_console.note(line);
}

void SweepProgress::finish()
{
    if (!m_quiet && m_console.errIsTerminal)
        m_console.wipe();
}

} // namespace hareloom::cli
