// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/WorksheetParts.h"

#include "core/base/Text.h"
#include "core/metrics/Catalogue.h"

#include <algorithm>

namespace hareloom {
namespace {

using K = QuestionKind;
using Kind = SheetPart::Kind;
using Parts = std::vector<SheetPart>;

SheetPart part(Kind kind, std::string text = {})
{
    SheetPart made;
    made.kind = kind;
    made.text = std::move(text);
    return made;
}

SheetPart ownWords(Translation translation, std::string_view english)
{
    return part(Kind::Words, known(translation, english));
}

SheetPart lines(std::int64_t count)
{
    SheetPart made = part(Kind::Lines);
    made.count = count;
    return made;
}

SheetPart field(const std::string& label, const std::string& value)
{
    SheetPart made = part(Kind::Field, label);
    made.value = value;
    return made;
}

std::string labelFor(const Lesson& lesson, const LessonStep& step, const std::string& option)
{
    return plainOf(labelOf(lesson, step, option));
}

SheetPart options(const Lesson& lesson, const LessonStep& step)
{
    SheetPart made = part(Kind::Options);
    for (const LessonOption& option : step.ask->options)
        made.entries.push_back(labelFor(lesson, step, option.id));
    return made;
}

/// What a curve's axis is called: its metric's title where it is one metric, else the expression.
std::string axisTitle(const Question& question)
{
    const ExpressionNode& root = question.answer.root();
    const MetricInfo* info = root.kind == ExpressionNode::Kind::Metric ? findMetric(root.name) : nullptr;
    return info ? std::string(info->title) : question.answer.text();
}

Parts answerSpace(const Lesson& lesson, const LessonStep& step, const LessonPrediction& outcome,
                  Translation t)
{
    const Question& question = *step.ask;
    switch (question.kind) {
    case K::Choice:
        return {options(lesson, step), ownWords(t, "My reason:"), lines(2)};
    case K::Strike:
        return {options(lesson, step)};
    case K::Order:
        return {options(lesson, step), ownWords(t, "My order, the first one first:"), lines(1)};
    case K::Number:
        return {lines(1)};
    case K::DrawCurve: {
        SheetPart axes = part(Kind::Axes, known(t, axisTitle(question)));
        axes.question = &question;
        axes.outcome = outcome.numbers;
        return {axes};
    }
    case K::Mark: {
        SheetPart axis = part(Kind::Generations);
        axis.count = lesson.findExperiment(step.experiment)->experiment.generations;
        axis.outcome = outcome.numbers;
        return {axis};
    }
    }
    return {};
}

/// "A, the same; C, noise", a number, or for a curve its values.
std::string outcomeWords(const Lesson& lesson, const LessonStep& step, const LessonPrediction& outcome,
                         Translation t)
{
    std::vector<std::string> words;
    for (const std::string& id : outcome.options) {
        const auto& all = step.ask->options;
        const auto place =
            std::find_if(all.begin(), all.end(), [&id](const LessonOption& o) { return o.id == id; });
        words.push_back(std::string(1, static_cast<char>('A' + (place - all.begin()))) + ", " +
                        labelFor(lesson, step, id));
    }
    for (const double number : outcome.numbers)
        words.push_back(filled("{x}", [number](const std::string&) { return number; }));
    return outcome.isNothingStruck ? known(t, "none") : joined(words, "; ");
}

/// The misconceptions behind answers that are not right in this run.
SheetPart whyWrong(const Lesson& lesson, const LessonStep& step, const LessonPrediction& outcome,
                   const LessonFindings& key)
{
    if (step.ask->kind != K::Choice)
        return part(Kind::Words, filled(lesson.texts[step.id + ".wrong"], key));
    SheetPart list = part(Kind::List);
    for (const LessonOption& option : step.ask->options)
        if (std::find(outcome.options.begin(), outcome.options.end(), option.id) == outcome.options.end())
            list.entries.push_back(labelFor(lesson, step, option.id) + ": " +
                                   plainOf(filled(lesson.texts[step.id + "." + option.id + ".wrong"], key)));
    return list;
}

Parts questionParts(const Lesson& lesson, const LessonStep& step, const LessonFindings* key, Translation t)
{
    const LessonPrediction outcome = key && step.ask->isJudged() ? outcomeOf(step, *key) : LessonPrediction();
    Parts parts{part(Kind::Words, lesson.texts[step.id + ".ask"])};
    for (SheetPart& each : answerSpace(lesson, step, outcome, t))
        parts.push_back(std::move(each));
    if (outcome.isEmpty())
        return parts;
    for (SheetPart each : {part(Kind::Outcome, outcomeWords(lesson, step, outcome, t)),
                           whyWrong(lesson, step, outcome, *key)}) {
        each.isKey = true;
        parts.push_back(std::move(each));
    }
    return parts;
}

/// Words that tell nothing of what a run will show.
bool isForWorksheet(const Lesson& lesson, const LessonStep& step)
{
    const auto end = lesson.steps.begin() + (&step - lesson.steps.data()) + 1;
    const bool isRevealed =
        std::any_of(lesson.steps.begin(), end, [](const LessonStep& s) { return !s.reveal.empty(); });
    return placesIn(lesson.texts[step.id]).empty() && step.reveal.empty() &&
           (!isRevealed || step.ask || step.goal);
}

Parts stepParts(const Lesson& lesson, const LessonStep& step, const LessonFindings* key, Translation t)
{
    const std::string& words = lesson.texts[step.id];
    Parts parts;
    if (isForWorksheet(lesson, step)) {
        parts.push_back(part(Kind::Words, words));
    } else if (key) {
        parts.push_back(part(Kind::Words, filled(words, *key)));
        parts.back().isKey = true;
    }
    if (step.goal && !step.unlock.empty()) {
        parts.push_back(ownWords(t, "My settings, and what came of them:"));
        parts.push_back(lines(2));
    }
    return parts;
}

} // namespace

std::string known(Translation translation, std::string_view english)
{
    return translation ? translation(english) : std::string(english);
}

std::vector<SheetPart> worksheetParts(const Lesson& lesson, const WorksheetOptions& options)
{
    const Translation t = options.translation;
    Parts parts;
    if (options.name.empty()) {
        parts.push_back(ownWords(t, "Name:"));
        parts.push_back(lines(1));
    } else {
        parts.push_back(field(known(t, "Name"), options.name));
    }
    if (options.seed)
        parts.push_back(field(known(t, "My seed"), std::to_string(*options.seed)));
    int number = 0, asked = 0;
    for (const LessonStep& step : lesson.steps) {
        Parts own = stepParts(lesson, step, options.key, t);
        if (step.ask) {
            for (SheetPart& each : questionParts(lesson, step, options.key, t)) {
                each.asked = asked;
                own.push_back(std::move(each));
            }
            ++asked;
        }
        if (own.empty())
            continue;
        parts.push_back(part(Kind::Heading, std::to_string(++number)));
        std::move(own.begin(), own.end(), std::back_inserter(parts));
    }
    return parts;
}

} // namespace hareloom
