// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/ClassAnswers.h"
#include "ui/export/Figures.h"

namespace hareloom::ui {

/// What a class expected of one question, and what came of it in the learners' own runs. Of a curve: every
/// learner's line over the fan of their chains. Of options: how many named each, and in how many runs it came
/// so. Of a number or a mark: each learner's beside each run's.
Figure classFigure(const Lesson& lesson, const LessonStep& step, const ClassAnswers& answers);

/// The same in a sentence, for those who do not see it.
QString classWords(const Lesson& lesson, const LessonStep& step, const ClassAnswers& answers);

} // namespace hareloom::ui
