// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mechanism/StepClock.h"

#include <QString>

namespace hareloom::ui {

/// What a step is called.
QString stepTitle(const SlowStep& step);
/// The same where there is little room.
QString shortStepTitle(const SlowStep& step);
/// In a word or two, for all phases side by side.
QString phaseName(StepClock::Phase phase);
/// What happens in a phase, in a sentence or two. `rowsWord`: what the family calls its rows; `fitWords`: Stage::fitWords().
QString phaseWords(StepClock::Phase phase, const SlowStep& step, const QString& rowsWord, const QString& fitWords);

} // namespace hareloom::ui
