// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/lesson/Judge.h"

#include <functional>
#include <string>
#include <vector>

namespace hareloom {

/// One thing that a lesson relies on, and for how many of the seeds it was so.
struct CheckedLine
{
    enum class Kind { Claim, Question, Goal, Value, Number, Shown } kind = Kind::Claim;
    std::string place; // "claims[2]", "steps[3].ask"
    std::string what;  // the words, or the answers and how often each was right
    int held = 0, of = 0;
    int needed = 0; // at least so many must hold
    bool isSound() const { return held >= needed; }
};

struct LessonReport
{
    std::vector<CheckedLine> lines;
    bool isSound() const;
};

/// Plays the lesson without a window for the seeds 1 to `seeds`, and computes again what it says: each claim
/// must hold for its share of the seeds; each question must have an answer for every seed (a choice one that
/// is right and one that is not); each goal must not be reached before, and be reached with its solution;
/// each value in a text must be a number; each number that a text writes in figures must stand in a claim, a
/// setting, or a name of a work; no step shows what a later question wants predicted. `onSeed` hears of each
/// before it is run. Errors: run()'s; Stopped.
Result<LessonReport> checkLesson(const Lesson& lesson, int seeds, const StopToken& stop,
                                 const std::function<void(int seed)>& onSeed = {});

/// The numbers in figures that nothing in the lesson holds, as places and their words.
std::vector<CheckedLine> looseNumbers(const Lesson& lesson);

} // namespace hareloom
