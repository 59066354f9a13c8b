// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Answers.h"

#include "core/base/AtomicFile.h"
#include "core/base/ReadFile.h"
#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/base/WriteJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using nlohmann::json;

Error damaged(const std::string& path, const std::string& what)
{
    return invalidFile(path + ": these are no answers to a lesson: " + what +
                       ". Rename the file, and the lesson begins anew.");
}

std::string textIn(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<json> readObject(const std::string& path)
{
    const auto text = readWholeFile(path, kMostAnswersBytes);
    if (!text)
        return text.error();
    auto object = readJson(*text, RepeatedKey::Refused);
    if (!object)
        return damaged(path, object.error().message);
    const auto answers = object->is_object() ? object->find("answers") : object->end();
    if (!object->is_object() || answers == object->end() || !answers->is_array() ||
        textIn(*object, "lesson").empty() || object->value("schema", json()) != json(1))
        return damaged(path, "\"schema\", \"lesson\" or \"answers\" is missing");
    for (const json& answer : *answers)
        if (!answer.is_object() || textIn(answer, "step").empty())
            return damaged(path, "an answer has no \"step\"");
    return object;
}

Seed seedIn(const json& object)
{
    const auto found = object.find("seed");
    return found != object.end() && found->is_number_unsigned() ? found->get<Seed>() : 1;
}

std::string cellOf(const json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array())
        return {};
    std::vector<std::string> words;
    for (const json& each : *found)
        words.push_back(each.is_string()   ? each.get<std::string>()
                        : each.is_number() ? shortNumber(each.get<double>())
                                           : std::string("?"));
    return words.empty() ? "none" : joined(words, " ");
}

} // namespace

LessonAnswer* LessonAnswers::find(std::string_view wanted)
{
    const auto found = std::find_if(answers.begin(), answers.end(),
                                    [wanted](const LessonAnswer& a) { return a.step == wanted; });
    return found == answers.end() ? nullptr : &*found;
}

const LessonAnswer* LessonAnswers::find(std::string_view wanted) const
{
    return const_cast<LessonAnswers*>(this)->find(wanted);
}

void LessonAnswers::put(LessonAnswer answer)
{
    if (LessonAnswer* before = find(answer.step))
        *before = std::move(answer);
    else
        answers.push_back(std::move(answer));
}

LessonAnswers::Tally LessonAnswers::tally() const
{
    Tally tally;
    for (const LessonAnswer& answer : answers)
        if (answer.isRight) {
            ++tally.judged;
            tally.right += *answer.isRight ? 1 : 0;
        }
    return tally;
}

std::map<std::string, double, std::less<>> LessonAnswers::numbers() const
{
    std::map<std::string, double, std::less<>> numbers;
    for (const LessonAnswer& answer : answers)
        if (answer.prediction.numbers.size() == 1)
            numbers[answer.step] = answer.prediction.numbers.front();
    return numbers;
}

std::string answersText(const LessonAnswers& answers)
{
    nlohmann::ordered_json object = {
        {"schema", 1},          {"lesson", answers.lesson},       {"name", answers.name},
        {"seed", answers.seed}, {"finished", answers.isFinished}, {"step", answers.step}};
    object["changed"] = nlohmann::ordered_json::object();
    for (const auto& [path, value] : answers.changed)
        object["changed"][path] = value;
    object["answers"] = nlohmann::ordered_json::array();
    for (const LessonAnswer& answer : answers.answers)
        object["answers"].push_back({{"step", answer.step},
                                     {"prediction", predictionJson(answer.prediction)},
                                     {"outcome", predictionJson(answer.outcome)},
                                     {"right", answer.isRight ? json(*answer.isRight) : json()},
                                     {"fixed", answer.isFixed}});
    return jsonText(std::move(object), 2) + "\n";
}

Result<LessonAnswers> readAnswers(const std::string& path, const Lesson& lesson)
{
    const auto object = readObject(path);
    if (!object)
        return object.error();
    LessonAnswers answers;
    answers.lesson = textIn(*object, "lesson");
    if (answers.lesson != lesson.id)
        return invalidFile(path + ": these are answers to " + inQuotes(answers.lesson) +
                           ", and the lesson is " + inQuotes(lesson.id) + ". Name another file.");
    answers.name = textIn(*object, "name");
    answers.seed = seedIn(*object);
    answers.step = textIn(*object, "step");
    answers.isFinished = object->value("finished", json()) == json(true);
    if (const auto changed = object->find("changed"); changed != object->end() && changed->is_object())
        for (const auto& [setting, value] : changed->items())
            if (value.is_string())
                answers.changed.emplace_back(setting, value.get<std::string>());
    for (const json& each : (*object)["answers"]) {
        LessonAnswer answer{textIn(each, "step"), {}, {}, {}};
        const LessonStep* step = lesson.findStep(answer.step);
        if (!step || !step->ask)
            continue; // of an older version of the lesson
        auto prediction = readPredictionJson(*step->ask, each.value("prediction", json()));
        auto outcome = readPredictionJson(*step->ask, each.value("outcome", json()));
        if (!prediction || !outcome)
            return damaged(path, prediction ? outcome.error().message : prediction.error().message);
        if (!prediction->isEmpty() && !checkPrediction(*step->ask, *prediction))
            continue;
        answer.prediction = *std::move(prediction);
        answer.outcome = *std::move(outcome);
        if (const auto right = each.find("right"); right != each.end() && right->is_boolean())
            answer.isRight = right->get<bool>();
        answer.isFixed = each.value("fixed", json()) == json(true);
        answers.put(std::move(answer));
    }
    return answers;
}

Result<void> writeAnswers(const std::string& path, const LessonAnswers& answers)
{
    return writeFileAtomically(path, [&answers](std::ostream& out) {
        out << answersText(answers);
        return Result<void>();
    });
}

Result<LessonStanding> readStanding(const std::string& path)
{
    const auto object = readObject(path);
    if (!object)
        return object.error();
    LessonStanding standing{textIn(*object, "lesson"),
                            object->value("finished", json()) == json(true),
                            {},
                            textIn(*object, "step"),
                            !(*object)["answers"].empty()};
    for (const json& each : (*object)["answers"])
        if (const auto right = each.find("right"); right != each.end() && right->is_boolean()) {
            ++standing.tally.judged;
            standing.tally.right += right->get<bool>() ? 1 : 0;
        }
    return standing;
}

Result<std::vector<CollectedAnswer>> readCollected(const std::string& path)
{
    const auto object = readObject(path);
    if (!object)
        return object.error();
    std::vector<CollectedAnswer> rows;
    for (const json& each : (*object)["answers"]) {
        const auto right = each.find("right");
        const bool isJudged = right != each.end() && right->is_boolean();
        rows.push_back({textIn(*object, "lesson"), textIn(*object, "name"), textIn(each, "step"),
                        cellOf(each, "prediction"), cellOf(each, "outcome"),
                        isJudged ? (right->get<bool>() ? "true" : "false") : "", seedIn(*object)});
    }
    return rows;
}

} // namespace hareloom
