// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace hareloom::ui {

/// Which generation is shown: one value that drives every view. While a run goes on it walks after the newest, as fast
/// as playback does and no faster, until someone takes it elsewhere. GUI thread.
class GenerationCursor : public QObject
{
    Q_OBJECT
public:
    explicit GenerationCursor(QObject* parent = nullptr);

    /// Generations that there are to show; 0 when there are none.
    int count() const { return m_count; }
    /// In [0, count), 0 when there are none.
    int shown() const { return m_shown; }
    /// Where between two generations the eye is, in [0, count - 1]: it moves to shown() within 300 ms.
    double position() const { return m_position; }
    bool isPlaying() const { return m_isPlaying; }
    bool isFollowing() const { return m_isFollowing; }
    /// Playing, or still walking after the newest: pause() would hold it.
    bool isMoving() const { return m_isPlaying || (m_isFollowing && m_shown < m_count - 1); }
    /// At the last generation there is, or of the range: play() would begin at the first.
    bool isAtEnd() const { return m_shown >= rangeLast(); }
    /// Playback and steps visit generations 0, n, 2n, ... and the last.
    int stride() const { return m_stride; }
    /// What playback plays: all, until a range is set.
    bool hasRange() const { return m_hasRange; }
    int rangeFirst() const { return m_hasRange ? std::min(m_rangeFirst, std::max(0, m_count - 1)) : 0; }
    int rangeLast() const
    {
        return m_hasRange ? std::min(m_rangeLast, std::max(0, m_count - 1)) : std::max(0, m_count - 1);
    }
    /// Generations a second, > 0.
    double speed() const { return m_speed; }
    bool reducedMotion() const { return m_reducedMotion; }

    /// More have arrived, or, when `count` is smaller, others took their place.
    void setCount(int count);
    /// Shows none after generation `last`, however many have arrived: a lesson shows no more than its step says.
    void setLimit(int last);
    void clearLimit();
    /// A run begins: walk after the newest.
    void follow();
    /// Shows one; ends following unless it is the newest. Clamped.
    void show(int index);
    /// That many strides on, onto the next multiple; back when negative.
    void stepBy(int strides);
    /// From the shown one to the last of the range; from its first when it is outside or at the last.
    void play();
    void pause();
    void setLoops(bool on);
    void setSpeed(double generationsPerSecond);
    void setReducedMotion(bool on);
    /// Generations at which whatever plays pauses, ascending; empty: none.
    void setStops(std::vector<int> generations) { m_stops = std::move(generations); }
    /// Whether views show nothing of what comes after the shown generation.
    void setFutureHidden(bool on);
    bool hidesFuture() const { return m_hidesFuture; }
    void setStride(int stride);
    /// In any order; clamped to what there is when it is used.
    void setRange(int first, int last);
    void clearRange();

Q_SIGNALS:
    void countChanged(int count);
    void shownChanged(int shown);
    void positionChanged(double position);
    void playingChanged(bool playing);
    /// isMoving() or isAtEnd() has changed.
    void standingChanged();
    void strideChanged(int stride);
    void rangeChanged();
    /// It has paused at one of its stops.
    void stopped(int generation);
    void futureHiddenChanged(bool on);

private:
    void tick();
    void takeCount(int count);
    void advancePlayback(double seconds);
    void walk(int goal);
    void tellStanding();
    void movePosition();
    void setShown(int index);
    void setPlaying(bool on);
    void wake();

    int m_arrived = 0; // of which m_count may be shown
    int m_limit = std::numeric_limits<int>::max();
    int m_count = 0;
    int m_shown = 0;
    double m_position = 0;
    double m_from = 0; // where the present transition began
    double m_owed = 0; // part of the next generation that playback has earned
    double m_speed = 10;
    int m_stride = 1;
    int m_rangeFirst = 0, m_rangeLast = 0;
    bool m_hasRange = false;
    bool m_wasMoving = false, m_wasAtEnd = true; // when last told
    bool m_isPlaying = false;
    bool m_isFollowing = true;
    bool m_loops = false;
    bool m_hidesFuture = false;
    std::vector<int> m_stops;
    bool m_reducedMotion = false;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    QElapsedTimer m_sinceShown;
};

} // namespace hareloom::ui
