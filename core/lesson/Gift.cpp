// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/lesson/Worksheet.h"

#include <algorithm>
#include <cmath>

// GIFT, the format of questions that Moodle reads: https://docs.moodle.org/en/GIFT_format

namespace hareloom {
namespace {

using K = QuestionKind;

/// One line in which no character means anything to GIFT.
std::string plain(std::string_view text)
{
    std::string escaped;
    for (const char c : plainOf(text)) {
        if (std::string_view("~=#{}:\\").find(c) != std::string_view::npos)
            escaped += '\\';
        escaped += c == '\n' ? ' ' : c;
    }
    return escaped;
}

std::string percent(double share)
{
    const std::string text = shortNumber(std::round(share * 1e5) / 1e3);
    return "%" + text + "%";
}

bool isIn(const std::vector<std::string>& all, const std::string& id)
{
    return std::find(all.begin(), all.end(), id) != all.end();
}

std::string choiceText(const Lesson& lesson, const LessonStep& step, const LessonPrediction& outcome,
                       const LessonFindings& findings)
{
    const double share = 1 / static_cast<double>(outcome.options.size());
    std::string text;
    for (const LessonOption& option : step.ask->options) {
        const bool isRight = isIn(outcome.options, option.id);
        text += isRight ? (outcome.options.size() == 1 ? "=" : "~" + percent(share)) : "~";
        text +=
            plain(labelOf(lesson, step, option.id)) + "#" +
            plain(filled(lesson.texts[isRight ? step.id + ".right" : step.id + "." + option.id + ".wrong"],
                         findings)) +
            "\n";
    }
    return text;
}

/// Each name that is to be struck out counts alike, each other one takes as much away.
std::string strikeText(const Lesson& lesson, const LessonStep& step, const LessonPrediction& outcome)
{
    const double right = static_cast<double>(outcome.options.size());
    const double wrong = static_cast<double>(step.ask->options.size()) - right;
    std::string text;
    for (const LessonOption& option : step.ask->options)
        text += "~" + (isIn(outcome.options, option.id) ? percent(1 / right) : percent(-1 / wrong)) +
                plain(labelOf(lesson, step, option.id)) + "\n";
    return text;
}

std::string orderText(const Lesson& lesson, const LessonStep& step, const LessonPrediction& outcome)
{
    std::string text;
    for (std::size_t i = 0; i < outcome.options.size(); ++i)
        text +=
            "=" + plain(labelOf(lesson, step, outcome.options[i])) + " -> " + std::to_string(i + 1) + "\n";
    return text;
}

std::string numberText(const Question& question, double answer)
{
    if (question.kind == K::Mark && question.rule == MarkRule::Before)
        return "#0.." + shortNumber(answer) + "\n";
    const double tolerance = std::max(question.tolerance, question.percent / 100 * std::abs(answer));
    return "#" + shortNumber(answer) + ":" + shortNumber(tolerance) + "\n";
}

/// Empty where GIFT has no such question, or the run no single answer.
std::string answerText(const Lesson& lesson, const LessonStep& step, const LessonFindings& findings)
{
    const Question& question = *step.ask;
    const LessonPrediction outcome = question.isJudged() ? outcomeOf(step, findings) : LessonPrediction();
    if (outcome.isEmpty() || (!outcome.numbers.empty() && !std::isfinite(outcome.numbers.front())))
        return {};
    switch (question.kind) {
    case K::Choice:
        return choiceText(lesson, step, outcome, findings);
    case K::Strike:
        return outcome.options.empty() ? std::string() : strikeText(lesson, step, outcome);
    case K::Order:
        return orderText(lesson, step, outcome);
    case K::Number:
    case K::Mark:
        return numberText(question, outcome.numbers.front());
    case K::DrawCurve:
        return {};
    }
    return {};
}

} // namespace

std::string giftText(const Lesson& lesson, const LessonFindings& findings)
{
    std::string text = "// " + plainOf(lesson.texts["title"]) + "\n\n";
    for (const LessonStep& step : lesson.steps) {
        const std::string answer = step.ask ? answerText(lesson, step, findings) : std::string();
        if (!answer.empty())
            text += "::" + plain(lesson.texts["title"]) + ", " + step.id +
                    "::" + plain(lesson.texts[step.id + ".ask"]) + " {\n" + answer + "}\n\n";
    }
    return text;
}

} // namespace hareloom
