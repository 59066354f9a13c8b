// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/SlowStep.h"

namespace hareloom::ui {

/// Where a slow step is: a number from 0 to kPhases, whose whole part is the phase.
class StepClock
{
public:
    enum Phase { Draw, Gather, Fit, Fade };
    static constexpr int kPhases = 4;

    double at() const { return m_at; }
    bool isOver() const { return m_at >= kPhases; }
    Phase phase() const { return static_cast<Phase>(std::clamp(static_cast<int>(m_at), 0, kPhases - 1)); }

    /// That much time later.
    void advance(double seconds);
    void moveTo(double at) { m_at = std::clamp(at, 0.0, double(kPhases)); }
    /// To the beginning of the next phase; over after the last.
    void next() { m_at = phase() + 1; }
    /// To the beginning of this phase or, when it has only just begun, of the one before.
    void back();
    /// How far each phase of the step is. A phase ends with a rest, in which its sentence can be read. `isStill`: without
    /// movement, each phase as it ends.
    void apply(SlowStep& step, bool isStill) const;

private:
    double m_at = 0;
};

} // namespace hareloom::ui
