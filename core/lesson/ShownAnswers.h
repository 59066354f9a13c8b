// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/LessonCheck.h"

#include <vector>

namespace hareloom {

/// Whether a step shows all that decides the answer to an earlier question, or reveals it: from then on the
/// answer is no prediction. Both are of the lesson.
bool showsAnswer(const Lesson& lesson, const LessonStep& step, const LessonStep& asked);

/// The questions that ask for a prediction, and all of whose answer the steps up to them show: in a chart, on
/// the stage, by a number in a text. What is read from what is shown says so (Question::isSeen).
std::vector<CheckedLine> answersShownBefore(const Lesson& lesson);

} // namespace hareloom
