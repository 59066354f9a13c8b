// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Judge.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom {
namespace {

using K = QuestionKind;

/// The options whose condition holds; a choice without one is right when no other is.
std::vector<std::string> rightOptions(const Question& question, const LessonFindings& findings)
{
    std::vector<std::string> right;
    std::string otherwise;
    for (const LessonOption& option : question.options)
        if (option.when.isEmpty())
            otherwise = option.id;
        else if (holds(option.when, findings))
            right.push_back(option.id);
    if (right.empty() && !otherwise.empty())
        right.push_back(otherwise);
    return right;
}

std::vector<double> valuesOf(const Question& question, const LessonFindings& findings)
{
    std::vector<double> values;
    for (const LessonOption& option : question.options)
        values.push_back(evaluate(option.when, findings));
    return values;
}

bool isAnyNan(const std::vector<double>& values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

LessonPrediction orderOf(const Question& question, const LessonFindings& findings)
{
    const std::vector<double> values = valuesOf(question, findings);
    if (isAnyNan(values))
        return {};
    std::vector<std::size_t> places(values.size());
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    LessonPrediction order;
    for (const std::size_t place : places)
        order.options.push_back(question.options[place].id);
    return order;
}

LessonPrediction struckOf(const Question& question, const LessonFindings& findings)
{
    LessonPrediction struck;
    if (isAnyNan(valuesOf(question, findings)))
        return {};
    for (const LessonOption& option : question.options)
        if (holds(option.when, findings))
            struck.options.push_back(option.id);
    struck.isNothingStruck = struck.options.empty();
    return struck;
}

LessonPrediction curveOf(const Question& question, const LessonFindings& findings)
{
    LessonPrediction curve;
    for (const std::int64_t generation : question.generations)
        curve.numbers.push_back(evaluate(question.answer, findings, static_cast<int>(generation)));
    return isAnyNan(curve.numbers) ? LessonPrediction() : curve;
}

/// Each pair that differs by more than the tolerance stands as the values say.
bool isOrdered(const Question& question, const LessonPrediction& prediction, const LessonFindings& findings)
{
    std::vector<double> values;
    for (const std::string& id : prediction.options)
        for (const LessonOption& option : question.options)
            if (option.id == id)
                values.push_back(evaluate(option.when, findings));
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = i + 1; j < values.size(); ++j)
            if (values[j] - values[i] > question.tolerance)
                return false;
    return true;
}

std::int64_t missesOf(const Question& question, const LessonPrediction& a, const LessonPrediction& b)
{
    const auto isIn = [](const LessonPrediction& p, const std::string& id) {
        return std::find(p.options.begin(), p.options.end(), id) != p.options.end();
    };
    return std::count_if(question.options.begin(), question.options.end(), [&](const LessonOption& option) {
        return isIn(a, option.id) != isIn(b, option.id);
    });
}

bool isNear(const Question& question, double guess, double answer)
{
    if (std::isinf(guess) || std::isinf(answer))
        return guess == answer;
    return std::abs(guess - answer) <=
           std::max(question.tolerance, question.percent / 100 * std::abs(answer));
}

/// In [0, 1], the axis' ends.
double onAxis(const Question& question, double value)
{
    const double low = question.least, high = question.most;
    const double at = question.isLogarithmic ? std::log(std::max(value, low) / low) / std::log(high / low)
                                             : (value - low) / (high - low);
    return std::clamp(at, 0.0, 1.0);
}

bool isAlike(const Question& question, const LessonPrediction& a, const LessonPrediction& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.numbers.size(); ++i)
        sum += std::abs(onAxis(question, a.numbers[i]) - onAxis(question, b.numbers[i]));
    return sum <= question.tolerance * static_cast<double>(a.numbers.size());
}

bool isRight(const Question& question, const LessonPrediction& prediction, const LessonPrediction& outcome,
             const LessonFindings& findings)
{
    switch (question.kind) {
    case K::Choice:
        return std::find(outcome.options.begin(), outcome.options.end(), prediction.options.front()) !=
               outcome.options.end();
    case K::Order:
        return isOrdered(question, prediction, findings);
    case K::Strike:
        return missesOf(question, prediction, outcome) <= question.misses;
    case K::Number:
        return isNear(question, prediction.numbers.front(), outcome.numbers.front());
    case K::Mark:
        return question.rule == MarkRule::Before
                   ? prediction.numbers.front() <= outcome.numbers.front()
                   : isNear(question, prediction.numbers.front(), outcome.numbers.front());
    case K::DrawCurve:
        return isAlike(question, prediction, outcome);
    }
    return false;
}

std::vector<std::string> feedbackOn(const LessonStep& step, const LessonPrediction& prediction,
                                    const Judgement& judgement, const LessonTexts& texts)
{
    if (*judgement.isRight)
        return {step.id + ".right"};
    if (step.ask->kind == K::Choice)
        return {step.id + "." + prediction.options.front() + ".wrong"};
    if (step.ask->kind == K::Number || step.ask->kind == K::Mark) {
        const bool isLow = prediction.numbers.front() < judgement.outcome.numbers.front();
        const std::string nearer = step.id + (isLow ? ".low" : ".high");
        if (texts.find(nearer))
            return {nearer};
    }
    return {step.id + ".wrong"};
}

} // namespace

LessonPrediction outcomeOf(const LessonStep& step, const LessonFindings& findings)
{
    const Question& question = *step.ask;
    LessonPrediction outcome;
    switch (question.kind) {
    case K::Choice:
        outcome.options = question.isJudged() ? rightOptions(question, findings) : std::vector<std::string>();
        return outcome.options.size() < question.options.size() ? outcome : LessonPrediction();
    case K::Order:
        return orderOf(question, findings);
    case K::Strike:
        return struckOf(question, findings);
    case K::DrawCurve:
        return curveOf(question, findings);
    case K::Number:
    case K::Mark:
        outcome.numbers = {evaluate(question.answer, findings)};
        return isAnyNan(outcome.numbers) ? LessonPrediction() : outcome;
    }
    return {};
}

std::optional<int> goalReachedAt(const LessonStep& step, const LessonFindings& findings)
{
    const auto run = findings.runs.find(step.experiment);
    if (!step.goal || run == findings.runs.end() || !run->second)
        return std::nullopt;
    for (int g = 0; g <= run->second->last(0, 0); ++g)
        if (holds(step.goal->reach, findings, g))
            return g;
    return std::nullopt;
}

Judgement judge(const LessonStep& step, const LessonPrediction& prediction, const LessonFindings& findings)
{
    Judgement judgement;
    judgement.outcome = outcomeOf(step, findings);
    if (prediction.isEmpty() || judgement.outcome.isEmpty() || !step.ask->isJudged() ||
        !checkPrediction(*step.ask, prediction))
        return judgement;
    judgement.isRight = isRight(*step.ask, prediction, judgement.outcome, findings);
    judgement.feedback = feedbackOn(step, prediction, judgement, findings.lesson.texts);
    return judgement;
}

} // namespace hareloom
