// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mechanism/StepClock.h"

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kSeconds[StepClock::kPhases] = {4.5, 3.5, 4.0, 3.0};
constexpr double kMoving = 0.65; // of a phase; then it rests
constexpr double kJustBegun = 0.2;

} // namespace

// Across the end of a phase with what is left of the time.
void StepClock::advance(double seconds)
{
    double left = seconds;
    while (left > 0 && !isOver()) {
        const double length = kSeconds[phase()], end = phase() + 1;
        const double needed = (end - m_at) * length;
        m_at = left < needed ? m_at + left / length : end;
        left -= needed;
    }
}

void StepClock::back()
{
    const double begun = std::floor(std::min(m_at, kPhases - 1e-9));
    m_at = std::max(0.0, m_at - begun > kJustBegun ? begun : begun - 1);
}

void StepClock::apply(SlowStep& step, bool isStill) const
{
    double* const parts[kPhases] = {&step.draw, &step.gather, &step.fit, &step.fade};
    for (int phase = 0; phase < kPhases; ++phase) {
        const double done = (m_at - phase) / kMoving;
        *parts[phase] = isStill ? (m_at >= phase ? 1 : 0) : std::clamp(done, 0.0, 1.0);
    }
}

} // namespace hareloom::ui
