// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/GenerationCursor.h"

#include "ui/theme/Theme.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kFrameMs = 16;

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
    m_arrived = count;
    takeCount(count > m_limit ? m_limit + 1 : count);
}

void GenerationCursor::setLimit(int last)
{
    m_limit = std::max(0, last);
    setCount(m_arrived);
}

void GenerationCursor::clearLimit()
{
    setLimit(std::numeric_limits<int>::max());
}

void GenerationCursor::takeCount(int count)
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
    if (count == 0)
        clearRange();
    Q_EMIT countChanged(count);
    if (m_isFollowing && count > 0)
        wake();
    tellStanding();
}

void GenerationCursor::follow()
{
    m_isFollowing = true;
    wake();
    tellStanding();
}

void GenerationCursor::show(int index)
{
    setPlaying(false);
    m_isFollowing = index >= m_count - 1;
    setShown(std::clamp(index, 0, std::max(0, m_count - 1)));
    tellStanding();
}

void GenerationCursor::stepBy(int strides)
{
    const int down = m_shown / m_stride * m_stride;
    const int from = strides < 0 && down < m_shown ? down + m_stride : down;
    show(from + strides * m_stride);
}

void GenerationCursor::play()
{
    if (m_count < 2)
        return;
    if (m_shown >= rangeLast() || m_shown < rangeFirst())
        setShown(rangeFirst());
    m_isFollowing = false;
    m_owed = 0;
    setPlaying(true);
    wake();
}

void GenerationCursor::pause()
{
    m_isFollowing = false;
    setPlaying(false);
    tellStanding();
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

void GenerationCursor::setFutureHidden(bool on)
{
    if (on == m_hidesFuture)
        return;
    m_hidesFuture = on;
    Q_EMIT futureHiddenChanged(on);
}

void GenerationCursor::setStride(int stride)
{
    m_stride = std::max(1, stride);
    m_owed = 0;
    Q_EMIT strideChanged(m_stride);
}

void GenerationCursor::setRange(int first, int last)
{
    m_rangeFirst = std::max(0, std::min(first, last));
    m_rangeLast = std::max(0, std::max(first, last));
    m_hasRange = true;
    Q_EMIT rangeChanged();
    tellStanding();
}

void GenerationCursor::clearRange()
{
    if (!m_hasRange)
        return;
    m_hasRange = false;
    Q_EMIT rangeChanged();
    tellStanding();
}

void GenerationCursor::tick()
{
    const double seconds = std::min(0.25, double(m_sinceTick.restart()) / 1000);
    // First what is under way: where every tick brings another generation, as on a busy machine, the eye
    // would else stay where it is until the run is over.
    movePosition();
    if (m_isPlaying || m_isFollowing)
        advancePlayback(seconds);
    const bool arrived = m_position == m_shown;
    if (arrived && !m_isPlaying && (!m_isFollowing || m_shown >= m_count - 1))
        m_timer.stop();
}

void GenerationCursor::advancePlayback(double seconds)
{
    const int goal = m_isPlaying ? rangeLast() : m_count - 1;
    const int behind = goal - m_shown;
    if (behind <= 0 && m_isPlaying) {
        if (m_loops)
            setShown(rangeFirst());
        else
            setPlaying(false);
        return;
    }
    m_owed = std::min(m_owed + m_speed * m_stride * seconds, double(std::max(0, behind)));
    walk(goal);
}

// As far as is owed, onto multiples of the stride and the goal itself.
void GenerationCursor::walk(int goal)
{
    int next = (m_shown + static_cast<int>(m_owed)) / m_stride * m_stride;
    if (m_shown + static_cast<int>(m_owed) >= goal)
        next = goal;
    const auto stop = std::upper_bound(m_stops.begin(), m_stops.end(), m_shown);
    const bool stops = stop != m_stops.end() && *stop <= next;
    if (stops)
        next = *stop;
    if (next <= m_shown)
        return;
    m_owed = std::max(0.0, m_owed - (next - m_shown));
    setShown(next);
    if (!stops || next == m_count - 1)
        return;
    pause();
    Q_EMIT stopped(next);
}

// Fast playback flows: the transition takes no longer than the next generation is away.
void GenerationCursor::movePosition()
{
    if (m_position == m_shown)
        return;
    const bool flows = m_isPlaying || m_isFollowing;
    const double duration = flows ? std::min<double>(kTransitionMs, 1000 / m_speed) : kTransitionMs;
    const double t = m_reducedMotion ? 1 : std::min(1.0, double(m_sinceShown.elapsed()) / duration);
    const double eased = flows && duration < kTransitionMs ? t : easeOut(t);
    m_position = t >= 1 ? m_shown : m_from + (m_shown - m_from) * eased;
    Q_EMIT positionChanged(m_position);
}

void GenerationCursor::setShown(int index)
{
    if (index == m_shown)
        return;
    const bool wraps = index < m_shown && m_isPlaying;
    m_from = m_reducedMotion || wraps ? index : m_position;
    m_position = m_from;
    m_shown = index;
    m_sinceShown.restart();
    Q_EMIT shownChanged(m_shown);
    if (m_position == m_shown)
        Q_EMIT positionChanged(m_position);
    wake();
    tellStanding();
}

void GenerationCursor::setPlaying(bool on)
{
    if (m_isPlaying == on)
        return;
    m_isPlaying = on;
    Q_EMIT playingChanged(on);
    tellStanding();
}

void GenerationCursor::tellStanding()
{
    if (m_wasMoving == isMoving() && m_wasAtEnd == isAtEnd())
        return;
    m_wasMoving = isMoving();
    m_wasAtEnd = isAtEnd();
    Q_EMIT standingChanged();
}

void GenerationCursor::wake()
{
    if (m_timer.isActive())
        return;
    m_sinceTick.restart();
    m_timer.start();
}

} // namespace hareloom::ui
