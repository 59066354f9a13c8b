// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"
#include "core/experiment/Experiment.h"
#include "core/lesson/Expression.h"
#include "core/lesson/LessonText.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A lesson as a value: what readLesson() makes of a folder, valid as it leaves it. All words are in `texts`,
// under the ids that textIdsOf...() name; everything that is right or wrong is an Expression over the
// learner's own run.

namespace hareloom {

inline constexpr int kLessonSchema = 1;

/// Settings and their values as JSON: {"policy.realShare", "0.1"}.
using SettingList = std::vector<std::pair<std::string, std::string>>;

/// An experiment that a lesson runs, with a seed of its own for each learner.
struct LessonExperiment
{
    std::string id;
    std::string preset;             // empty: the lesson describes it itself
    SettingList set;                // changed in it
    std::vector<std::string> names; // of its states, in their order; texts "EXPERIMENT.NAME"
    Experiment experiment;          // complete
};

/// A number that texts may hold as {id}, and expressions by its id.
struct LessonValue
{
    std::string id;
    Expression is;
};

enum class QuestionKind { Choice, Order, Number, Strike, DrawCurve, Mark };
inline constexpr std::array<Word<QuestionKind>, 6> kQuestionKinds = {
    {{QuestionKind::Choice, "choice"}, // choose one
     {QuestionKind::Order, "order"},   // put in order
     {QuestionKind::Number, "number"},
     {QuestionKind::Strike, "strike"}, // strike out names
     {QuestionKind::DrawCurve, "curve"},   // draw a metric over the generations
     {QuestionKind::Mark, "mark"}}};   // set a mark at a generation

/// How near to the computed generation a mark must stand.
enum class MarkRule { Near, Before };
inline constexpr std::array<Word<MarkRule>, 2> kMarkRules = {
    {{MarkRule::Near, "near"}, {MarkRule::Before, "before"}}};

struct LessonOption
{
    std::string id;
    Expression when; // choice: right when it is so; empty: right when no other is. order: what it is ordered
                     // by, the greatest first. strike: to be struck out when it is so
};

struct Question
{
    QuestionKind kind = QuestionKind::Choice;
    std::vector<LessonOption> options; // choice, order, strike
    Expression answer;                 // number, mark: the right one. curve: at each generation
    double tolerance = 0;    // number, mark: that far off is right. order: two that differ by less may change
                             // places. curve: mean distance as a share of the axis
    double percent = 0;      // number: the same as a share of the right answer, if that is more
    std::int64_t misses = 0; // strike: so many wrong ones are still right
    double least = 0, most = 1;            // number: what can be answered; curve: the ends of the axis
    bool isLogarithmic = false;            // curve: the axis
    std::vector<std::int64_t> generations; // curve: where it is asked for and compared
    MarkRule rule = MarkRule::Near;        // mark
    bool isSeen = false; // the answer is read from what is shown, or concluded from it: nothing is predicted

    /// A choice without conditions is an opinion, which is not judged.
    bool isJudged() const;
};

/// A state that the learner brings about, by going on or with the unlocked settings.
struct Goal
{
    Expression reach;
    SettingList solution; // settings that reach it; empty: the run does by itself
};

/// What of the window a step shows, beside its words and the metrics it names.
inline constexpr std::array<std::string_view, 7> kLessonViews = {"stage",   "filmstrip", "marks",  "theory",
                                                                 "telling", "chains",    "compare"};

struct LessonStep
{
    std::string id;
    std::string experiment;            // on the stage; empty: none yet
    std::vector<std::string> show;     // of kLessonViews; all others are hidden
    std::vector<std::string> metrics;  // charts that are shown
    std::optional<std::int64_t> variants; // so many are shown, from the first on; nothing: all
    std::vector<std::string> unlock;   // settings that may be changed; all others are locked
    std::optional<std::int64_t> runTo; // the generation up to which it is run and shown
    std::optional<Question> ask;
    std::string reveal; // a question's step: its outcome is shown and judged
    std::optional<Goal> goal;
};

/// A passage of a text that is true only of what a run shows, and the condition under which it is.
struct LessonClaim
{
    std::string text, says; // the text's id, and the words as they stand there
    Expression holds;
    double in = 1; // share of the seeds in which it must hold
};

struct Lesson
{
    std::string id; // of its folder
    int minutes = 10;
    int seeds = 20;                   // for which its claims are stated
    std::vector<std::string> sources; // keys of core/literature
    std::vector<LessonExperiment> experiments;
    std::vector<LessonValue> values;
    std::vector<LessonStep> steps;
    std::vector<LessonClaim> claims;
    LessonTexts texts;

    const LessonExperiment* findExperiment(std::string_view wanted) const;
    const LessonStep* findStep(std::string_view wanted) const;
    const LessonValue* findValue(std::string_view wanted) const;
};

/// What an option is called: its own text, "STEP.OPTION", or that of the state of this name.
std::string labelOf(const Lesson& lesson, const LessonStep& step, std::string_view option);

/// The learner's own seed for this lesson: the same for the same name, whatever its case and the blanks
/// around it.
Seed seedFor(std::string_view lesson, std::string_view learner);

} // namespace hareloom
