// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/LiveRuns.h"

#include "ui/playback/GenerationCursor.h"

namespace hareloom::ui {

namespace {

constexpr int kLookMs = 200;   // a longer run would lag behind the hand
constexpr int kGlanceMs = 500; // a generation; of a longer one too little would be seen before the next value
constexpr int kShortMs = 10'000;   // what is made anew at every touch must not be dear
constexpr int kSoonMs = 15;        // values that come together are one
constexpr int kAfterwardsMs = 500; // until a value has stayed

} // namespace

LiveRuns::LiveRuns(LabSession& session, const GenerationCursor& cursor, std::function<bool()> take,
                   QObject* parent)
    : QObject(parent), m_session(session), m_cursor(cursor), m_take(std::move(take))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    m_afterwards.setSingleShot(true);
    m_afterwards.setInterval(kAfterwardsMs);
    connect(&m_soon, &QTimer::timeout, this, &LiveRuns::runNow);
    connect(&m_afterwards, &QTimer::timeout, this, &LiveRuns::runForGood);
    connect(&session, &LabSession::stateChanged, this, &LiveRuns::clock);
}

void LiveRuns::clock(RunState state)
{
    if (state == RunState::Running)
        return m_clock.start();
    if (state == RunState::Finished && m_clock.isValid()) {
        m_lastMs = m_clock.elapsed();
        m_lastGenerations = m_session.experiment().generations;
    }
    m_clock.invalidate();
}

bool LiveRuns::isQuick() const
{
    return m_lastMs >= 0 && (m_lastMs < kLookMs || hasQuickGenerations());
}

bool LiveRuns::hasQuickGenerations() const
{
    return m_lastMs >= kLookMs && m_lastMs < kShortMs && m_lastMs < kGlanceMs * (m_lastGenerations + 1);
}

// A look at the value before: all of a run that takes no longer, else its first generation.
bool LiveRuns::isSeen() const
{
    return !m_session.isRunning() || (hasQuickGenerations() && m_session.history().count(0) > 0);
}

void LiveRuns::request()
{
    if (!m_afterwards.isActive())
        m_shown = m_cursor.shown();
    m_soon.start();
}

void LiveRuns::runNow()
{
    if (!isSeen())
        return m_soon.start();
    m_session.setRecording(false);
    if (!m_take())
        return m_session.setRecording(true);
    Q_EMIT rerunRequested(m_shown);
    m_afterwards.start();
}

void LiveRuns::runForGood()
{
    m_session.setRecording(true);
    if (m_take())
        Q_EMIT rerunRequested(m_shown);
}

} // namespace hareloom::ui
