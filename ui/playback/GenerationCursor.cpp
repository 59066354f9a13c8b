// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/GenerationCursor.h"

#include "ui/theme/Theme.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kFrameMs = 16;
constexpr double kMostSecondsBehind = 4; // while following a run

double easeOut(double t)
{
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

} // namespace

GenerationCursor::GenerationCursor(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(kFrameMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &GenerationCursor::tick);
    m_sinceShown.start();
    m_sinceTick.start();
}

void GenerationCursor::setCount(int count)
{
    if (count == m_count)
        return;
    const bool shrank = count < m_count;
    m_count = count;
    if (shrank) {
        m_shown = std::clamp(m_shown, 0, std::max(0, count - 1));
        m_position = m_from = m_shown;
        Q_EMIT shownChanged(m_shown);
        Q_EMIT positionChanged(m_position);
    }
    Q_EMIT countChanged(count);
    if (m_isFollowing && count > 0)
        wake();
}

void GenerationCursor::follow()
{
    m_isFollowing = true;
    wake();
}

void GenerationCursor::show(int index)
{
    setPlaying(false);
    m_isFollowing = index >= m_count - 1;
    setShown(std::clamp(index, 0, std::max(0, m_count - 1)));
}

void GenerationCursor::play()
{
    if (m_count < 2)
        return;
    if (m_shown >= m_count - 1)
        setShown(0);
    m_isFollowing = false;
    m_owed = 0;
    setPlaying(true);
    wake();
}

void GenerationCursor::pause()
{
    m_isFollowing = false;
    setPlaying(false);
}

void GenerationCursor::setLoops(bool on)
{
    m_loops = on;
}

void GenerationCursor::setSpeed(double generationsPerSecond)
{
    m_speed = std::max(0.1, generationsPerSecond);
}

void GenerationCursor::setReducedMotion(bool on)
{
    m_reducedMotion = on;
}

void GenerationCursor::tick()
{
    const double seconds = std::min(0.25, double(m_sinceTick.restart()) / 1000);
    if (m_isPlaying || m_isFollowing)
        advancePlayback(seconds);
    movePosition();
    const bool arrived = m_position == m_shown;
    if (arrived && !m_isPlaying && (!m_isFollowing || m_shown >= m_count - 1))
        m_timer.stop();
}

void GenerationCursor::advancePlayback(double seconds)
{
    const int behind = m_count - 1 - m_shown;
    if (behind <= 0 && m_isPlaying) {
        if (m_loops)
            setShown(0);
        else
            setPlaying(false);
        return;
    }
    m_rate = m_isFollowing ? std::max(m_speed, behind / kMostSecondsBehind) : m_speed;
    m_owed = std::min(m_owed + m_rate * seconds, double(std::max(0, behind)));
    const int whole = static_cast<int>(m_owed);
    m_owed -= whole;
    if (whole > 0)
        setShown(m_shown + whole);
}

// Fast playback flows: the transition takes no longer than the next generation is away.
void GenerationCursor::movePosition()
{
    if (m_position == m_shown)
        return;
    const bool flows = m_isPlaying || m_isFollowing;
    const double duration = flows ? std::min<double>(kTransitionMs, 1000 / m_rate) : kTransitionMs;
    const double t = m_reducedMotion ? 1 : std::min(1.0, double(m_sinceShown.elapsed()) / duration);
    const double eased = flows && duration < kTransitionMs ? t : easeOut(t);
    m_position = t >= 1 ? m_shown : m_from + (m_shown - m_from) * eased;
    Q_EMIT positionChanged(m_position);
}

void GenerationCursor::setShown(int index)
{
    if (index == m_shown)
        return;
    const bool wraps = index == 0 && m_isPlaying;
    m_from = m_reducedMotion || wraps ? index : m_position;
    m_position = m_from;
    m_shown = index;
    m_sinceShown.restart();
    Q_EMIT shownChanged(m_shown);
    if (m_position == m_shown)
        Q_EMIT positionChanged(m_position);
    wake();
}

void GenerationCursor::setPlaying(bool on)
{
    if (m_isPlaying == on)
        return;
    m_isPlaying = on;
    Q_EMIT playingChanged(on);
}

void GenerationCursor::wake()
{
    if (m_timer.isActive())
        return;
    m_sinceTick.restart();
    m_timer.start();
}

} // namespace hareloom::ui
