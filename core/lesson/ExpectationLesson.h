// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Event.h"
#include "core/lesson/Lesson.h"

namespace hareloom {

/// "What do you expect?" of any experiment: a lesson that shows generation 0, asks of its first metrics
/// whether each will fall, stay or rise, and then shows the run. It is run with the experiment's own seed.
/// Errors: InvalidInput where the experiment has no generation to expect, measures no number that can be
/// compared, or is too long for a lesson. `translation`: of its words, and of metrics' titles and meanings.
Result<Lesson> expectationLesson(const Experiment& experiment, Translation translation = nullptr);

/// How many of its metrics are asked for.
inline constexpr std::size_t kMostExpected = 3;

} // namespace hareloom
