// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Judge.h"

#include <optional>
#include <string>
#include <vector>

namespace hareloom {

/// What a learner answered in one step.
struct LessonAnswer
{
    std::string step;
    LessonPrediction prediction; // empty: skipped
    LessonPrediction outcome;    // empty: not revealed yet
    std::optional<bool> isRight;
    bool isFixed = false; // the learner has seen what came: it is changed no more
};

/// A learner's way through a lesson: one small file of JSON, written after each step, from which the lesson
/// goes on.
struct LessonAnswers
{
    std::string lesson, name; // the lesson's id, the learner's name
    Seed seed = 1;
    std::string step; // the one that is to come; empty: it is finished
    bool isFinished = false;
    SettingList changed; // settings that the learner has changed in the step
    std::vector<LessonAnswer> answers;

    LessonAnswer* find(std::string_view step);
    const LessonAnswer* find(std::string_view step) const;
    /// Replaces an earlier one of the same step.
    void put(LessonAnswer answer);
    /// How many of the predictions that are judged came true.
    struct Tally
    {
        int right = 0, judged = 0;
    };
    Tally tally() const;
    /// Those that are numbers, as expressions ask for them.
    std::map<std::string, double, std::less<>> numbers() const;
};

inline constexpr std::string_view kAnswersEnding = ".answers.json";
inline constexpr std::int64_t kMostAnswersBytes = 1 << 20;

std::string answersText(const LessonAnswers& answers);
/// Errors: InvalidFile: no such file, damaged, of another lesson.
Result<LessonAnswers> readAnswers(const std::string& path, const Lesson& lesson);
/// Errors: System.
Result<void> writeAnswers(const std::string& path, const LessonAnswers& answers);

/// How far somebody has come in a lesson.
struct LessonStanding
{
    std::string lesson;
    bool isFinished = false;
    LessonAnswers::Tally tally;
    std::string step;        // as LessonAnswers has it
    bool hasAnswers = false; // to one question or more
};
/// Reads it from an answers file without its lesson. Errors: InvalidFile.
Result<LessonStanding> readStanding(const std::string& path);

/// One row of `lesson collect`.
struct CollectedAnswer
{
    std::string lesson, name, step, prediction, outcome, right; // right: "true", "false" or empty
    Seed seed = 0;
};
/// Reads an answers file without its lesson. Errors: InvalidFile.
Result<std::vector<CollectedAnswer>> readCollected(const std::string& path);

} // namespace hareloom
