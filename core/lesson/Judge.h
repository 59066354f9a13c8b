// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Evaluate.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace hareloom {

/// What a learner expects, and what the run showed, in the same form. choice: one option, as outcome all that
/// are right. order: all options. strike: those that are struck out. number, mark: one number; a mark of inf:
/// never. curve: one for each of the question's generations. Empty: skipped, or not known.
struct LessonPrediction
{
    std::vector<std::string> options;
    std::vector<double> numbers;
    bool isEmpty() const { return options.empty() && numbers.empty() && !isNothingStruck; }
    bool isNothingStruck = false; // strike: an answer, though no option stands in it
    bool operator==(const LessonPrediction&) const = default;
};

/// Whether it can be an answer to this question at all. Errors: InvalidInput, a sentence on what is allowed.
Result<void> checkPrediction(const Question& question, const LessonPrediction& prediction);

/// An answer as it is typed or stored in one line: options by their place from 1 or their id, numbers,
/// "never", "none"; parted by blanks or commas. Errors: as checkPrediction().
Result<LessonPrediction> readPrediction(const Question& question, const std::string& typed);
/// The same line, options by their ids.
std::string predictionText(const Question& question, const LessonPrediction& prediction);

/// The same for people: options by what they are called, of an order with ">" between them, numbers to three
/// digits. Empty where it is skipped or not known.
std::string predictionWords(const Lesson& lesson, const LessonStep& step, const LessonPrediction& prediction);

nlohmann::json predictionJson(const LessonPrediction& prediction);
/// Errors: InvalidFile without a place.
Result<LessonPrediction> readPredictionJson(const Question& question, const nlohmann::json& value);

/// The right answer, from the run; empty where it cannot be told: what it needs has not been run, or no
/// option, or every one, is right.
LessonPrediction outcomeOf(const LessonStep& step, const LessonFindings& findings);

struct Judgement
{
    LessonPrediction outcome;
    std::optional<bool> isRight;       // nothing: an opinion, skipped, or no outcome
    std::vector<std::string> feedback; // ids of texts, in order; none of an opinion
};

/// `step` asks a question of the findings' lesson.
Judgement judge(const LessonStep& step, const LessonPrediction& prediction, const LessonFindings& findings);

/// The first generation of the run on the stage in which the step's goal holds; nothing: it is not reached.
/// Whoever shows the run generation by generation asks after each.
std::optional<int> goalReachedAt(const LessonStep& step, const LessonFindings& findings);

} // namespace hareloom
