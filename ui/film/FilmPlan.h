// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <vector>

namespace hareloom::ui {

/// How fast a film goes.
struct FilmTiming
{
    double generationsPerSecond = 10; // (0, 1000]
    int ticksPerSecond = 30;          // frames a second; [1, 60]
    bool glides = true; // moves from one generation to the next; else each stands until the next one
    double firstStill = 1,
           lastStill = 2; // seconds that the first and the last generation stand still; [0, 60]
};

inline constexpr double kLeastFilmSpeed = 0.05, kMostFilmSpeed = 1000, kMostStill = 60;
inline constexpr int kMostTicksPerSecond = 60;
inline constexpr int kMostTicks = 60 * 60 * 30; // an hour at 30 frames a second

/// One picture, and for how long it is shown.
struct FilmFrame
{
    double position; // as GenerationCursor::position(): between two generations where the film glides
    int ticks;       // >= 1
};

/// The frames of a film, in order; no two that follow each other are of the same moment. Pure.
class FilmPlan
{
public:
    /// `generations`: which, ascending, at least one. Where the speed is higher than the frames allow,
    /// generations are passed over, never the first or the last. Glides between generations that follow each
    /// other only. Errors: InvalidInput (a value out of its range, a film of more than kMostTicks).
    static Result<FilmPlan> make(const std::vector<int>& generations, const FilmTiming& timing);

    const std::vector<FilmFrame>& frames() const { return m_frames; }
    int ticksPerSecond() const { return m_ticksPerSecond; }
    /// Of all frames together: as many frames as a film of a steady rate has (MP4, WebM); of others the
    /// frames() that follow each other.
    int ticks() const;
    double seconds() const { return double(ticks()) / m_ticksPerSecond; }
    /// Generations that are passed over.
    int passedOver() const { return m_passedOver; }

private:
    void add(double position, int ticks);

    std::vector<FilmFrame> m_frames;
    int m_ticksPerSecond = 30;
    int m_passedOver = 0;
};

} // namespace hareloom::ui
