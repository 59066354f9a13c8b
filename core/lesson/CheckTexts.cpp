// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/lesson/LessonChecks.h"
#include "core/recipe/ExperimentJson.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace hareloom {
namespace {

/// The texts that a lesson must have, and those that it may have.
struct TextIds
{
    std::vector<std::string> needed;
    std::set<std::string> allowed; // beside them
};

void addQuestion(const Lesson& lesson, const LessonStep& step, TextIds& ids)
{
    const Question& question = *step.ask;
    ids.needed.push_back(step.id + ".ask");
    const bool isNumber = question.kind == QuestionKind::Number || question.kind == QuestionKind::Mark;
    for (const LessonOption& option : question.options) {
        const std::string own = step.id + "." + option.id;
        if (lesson.texts.find(step.experiment + "." + option.id))
            ids.allowed.insert(own);
        else
            ids.needed.push_back(own);
        if (question.kind == QuestionKind::Choice && question.isJudged())
            ids.needed.push_back(own + ".wrong");
    }
    if (!question.isJudged())
        return;
    ids.needed.push_back(step.id + ".right");
    if (question.kind != QuestionKind::Choice)
        ids.needed.push_back(step.id + ".wrong");
    if (isNumber)
        ids.allowed.insert({step.id + ".low", step.id + ".high"});
}

TextIds textIdsOf(const Lesson& lesson)
{
    TextIds ids{{"title", "question", "teacher.aims", "teacher.misconceptions", "teacher.discussion"}, {}};
    for (const LessonExperiment& experiment : lesson.experiments)
        for (const std::string& name : experiment.names)
            ids.needed.push_back(experiment.id + "." + name);
    for (const LessonStep& step : lesson.steps) {
        ids.needed.push_back(step.id);
        ids.allowed.insert(step.id + ".hint");
        if (step.ask)
            addQuestion(lesson, step, ids);
    }
    return ids;
}

std::string nearest(const std::string& to, std::vector<std::string> all)
{
    std::stable_sort(all.begin(), all.end(), [&to](const std::string& a, const std::string& b) {
        return editDistance(a, to) < editDistance(b, to);
    });
    return all.empty() ? std::string() : all.front();
}

/// Names in expressions, which are values or metrics.
void addNames(const Expression& expression, std::set<std::string>& names)
{
    expression.forEach([&names](const ExpressionNode& node) {
        if (node.kind == ExpressionNode::Kind::Metric)
            names.insert(node.name);
    });
}

Result<void> checkValues(const Lesson& lesson)
{
    std::set<std::string> used;
    for (const std::string& id : lesson.texts.ids())
        for (const TextPlace& place : placesIn(lesson.texts[id]))
            used.insert(place.name);
    for (const LessonValue& value : lesson.values)
        addNames(value.is, used);
    for (const LessonClaim& claim : lesson.claims)
        addNames(claim.holds, used);
    for (const LessonStep& step : lesson.steps) {
        addNames(step.goal ? step.goal->reach : Expression(), used);
        addNames(step.ask ? step.ask->answer : Expression(), used);
        for (const LessonOption& option : step.ask ? step.ask->options : std::vector<LessonOption>())
            addNames(option.when, used);
    }
    for (std::size_t i = 0; i < lesson.values.size(); ++i)
        if (!used.contains(lesson.values[i].id))
            return invalidSetting("values[" + std::to_string(i) + "]", "no text and no expression names " +
                                                                           inQuotes(lesson.values[i].id) +
                                                                           ". Use it, or take it out.");
    return {};
}

/// All of them at once, so that whoever writes a lesson need not ask again and again.
std::string missingText(std::vector<std::string> ids)
{
    constexpr std::size_t kMost = 20;
    if (ids.size() == 1)
        return "the text " + inQuotes(ids.front()) + " is missing. Add a line \"## " + ids.front() +
               "\" and its words below.";
    const bool areAll = ids.size() <= kMost;
    ids.resize(std::min(ids.size(), kMost));
    return "these texts are missing: " + joined(ids) + (areAll ? "" : " and more") +
           ". Add a line \"## ID\" for each and its words below.";
}

Result<void> checkPlaces(const Lesson& lesson, const std::string& textName)
{
    std::vector<std::string> names;
    for (const LessonValue& value : lesson.values)
        names.push_back(value.id);
    for (const std::string& id : lesson.texts.ids()) {
        const auto places = placesIn(lesson.texts[id]);
        const bool isBefore = id == "title" || id == "question" || id.starts_with("teacher.");
        if (!places.empty() && isBefore)
            return invalidFile(textName + ", text " + inQuotes(id) + ": it holds a value, {" +
                               shortened(places.front().name) +
                               "}, and is read where nothing has been run. Write it without.");
        for (const TextPlace& place : places)
            if (!lesson.findValue(place.name))
                return invalidFile(textName + ", text " + inQuotes(id) + ": {" + shortened(place.name) +
                                   "} is no value of the lesson" +
                                   (names.empty()
                                        ? std::string(", which has none.")
                                        : ". The nearest is {" + nearest(place.name, names) + "}."));
    }
    return {};
}

} // namespace

Result<void> checkClaims(const Lesson& lesson, const std::string& textName)
{
    if (auto done = checkValues(lesson); !done)
        return done;
    for (std::size_t i = 0; i < lesson.claims.size(); ++i) {
        const LessonClaim& claim = lesson.claims[i];
        const std::string path = "claims[" + std::to_string(i) + "].";
        const std::string* text = lesson.texts.find(claim.text);
        if (!text)
            return refusedSetting(
                path + "text", inQuotes(claim.text),
                "be the id of a text in " + textName + "; the nearest is " +
                    nearest(claim.text, {lesson.texts.ids().begin(), lesson.texts.ids().end()}));
        // Line breaks of the file are blanks.
        if (textName == "text.en.md" && plainOf(*text).find(plainOf(claim.says)) == std::string::npos)
            return refusedSetting(path + "says", inQuotes(claim.says),
                                  "stand, word for word, in the text " + inQuotes(claim.text) + " of " +
                                      textName);
    }
    return {};
}

Result<void> nameStates(Lesson& lesson, const std::string& textName)
{
    for (LessonExperiment& of : lesson.experiments) {
        if (of.names.empty())
            continue;
        auto& names = of.experiment.source.names;
        names.clear();
        for (const std::string& name : of.names)
            names.push_back(plainOf(lesson.texts[of.id + "." + name]));
        if (const auto valid = validate(of.experiment); !valid)
            return invalidFile(textName + ": the names of the states of " + of.id + " cannot be used. " +
                               valid.error().message);
    }
    return {};
}

Result<void> checkTexts(const Lesson& lesson, const std::string& textName)
{
    const TextIds ids = textIdsOf(lesson);
    std::vector<std::string> missing;
    std::copy_if(ids.needed.begin(), ids.needed.end(), std::back_inserter(missing),
                 [&lesson](const std::string& id) { return !lesson.texts.find(id); });
    if (!missing.empty())
        return invalidFile(textName + ": " + missingText(missing));
    for (const std::string& id : lesson.texts.ids())
        if (std::find(ids.needed.begin(), ids.needed.end(), id) == ids.needed.end() &&
            !ids.allowed.contains(id))
            return invalidFile(textName + ": nothing uses the text " + inQuotes(id) +
                               ". The nearest that is used is " + inQuotes(nearest(id, ids.needed)) + ".");
    return checkPlaces(lesson, textName);
}

} // namespace hareloom
