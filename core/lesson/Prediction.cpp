// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/lesson/Judge.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace hareloom {
namespace {

using K = QuestionKind;
using nlohmann::json;

constexpr double kNever = std::numeric_limits<double>::infinity();

bool isOfNumbers(const Question& question)
{
    return question.kind == K::Number || question.kind == K::Mark || question.kind == K::DrawCurve;
}

std::vector<std::string> wordsIn(const std::string& typed)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : typed + " ")
        if (c == ' ' || c == ',' || c == ';' || c == '\t') {
            if (!word.empty())
                words.push_back(std::exchange(word, {}));
        } else
            word += c;
    return words;
}

std::vector<std::string> idsOf(const Question& question)
{
    std::vector<std::string> ids;
    for (const LessonOption& option : question.options)
        ids.push_back(option.id);
    return ids;
}

/// The option's id; empty where the word is none.
std::string optionOf(const Question& question, const std::string& word)
{
    for (const LessonOption& option : question.options)
        if (lowerAscii(option.id) == lowerAscii(word))
            return option.id;
    const auto place = parseNumber(word);
    if (place && *place >= 1 && *place <= static_cast<double>(question.options.size()) &&
        *place == std::floor(*place))
        return question.options[static_cast<std::size_t>(*place) - 1].id;
    if (word.size() == 1) { // a letter, as options of a worksheet have them
        const auto letter = static_cast<std::size_t>(lowerAscii(word[0]) - 'a');
        if (letter < question.options.size())
            return question.options[letter].id;
    }
    return {};
}

std::string allowed(const Question& question)
{
    const std::string count = std::to_string(question.options.size());
    switch (question.kind) {
    case K::Choice:
        return "be the number of one answer, 1 to " + count;
    case K::Order:
        return "be the numbers of all " + count + " in your order, as in 2 1 3";
    case K::Strike:
        return "be the numbers of those that you strike out, 1 to " + count + ", or none";
    case K::Number:
        return "be a number and " + lieBetween(question.least, question.most);
    case K::Mark:
        return "be the number of a generation, or never";
    case K::DrawCurve:
        return "be " + std::to_string(question.generations.size()) +
               " numbers, one for each of the generations";
    }
    return {};
}

Error refused(const Question& question, const std::string& found)
{
    return invalidInput(mustBe("The answer", found.empty() ? "empty" : found, allowed(question)));
}

} // namespace

Result<void> checkPrediction(const Question& question, const LessonPrediction& prediction)
{
    const std::string found = predictionText(question, prediction);
    const std::vector<std::string> ids = idsOf(question);
    const std::set<std::string> different(prediction.options.begin(), prediction.options.end());
    const bool areOptions = different.size() == prediction.options.size() &&
                            std::all_of(different.begin(), different.end(), [&ids](const std::string& id) {
                                return std::find(ids.begin(), ids.end(), id) != ids.end();
                            });
    const auto& numbers = prediction.numbers;
    const bool isNone =
        std::any_of(numbers.begin(), numbers.end(), [](double value) { return std::isnan(value); });
    bool fits = areOptions && !isNone && numbers.empty() == !isOfNumbers(question) &&
                (!prediction.isNothingStruck || question.kind == K::Strike);
    switch (question.kind) {
    case K::Choice:
        fits = fits && prediction.options.size() == 1;
        break;
    case K::Order:
        fits = fits && prediction.options.size() == ids.size();
        break;
    case K::Strike:
        fits = fits && prediction.isNothingStruck == prediction.options.empty();
        break;
    case K::Number:
        fits = fits && numbers.size() == 1 && numbers[0] >= question.least && numbers[0] <= question.most;
        break;
    case K::Mark:
        fits = fits && numbers.size() == 1 && numbers[0] >= 0;
        break;
    case K::DrawCurve:
        fits = fits && numbers.size() == question.generations.size();
        break;
    }
    return fits ? Result<void>() : Result<void>(refused(question, found));
}

Result<LessonPrediction> readPrediction(const Question& question, const std::string& typed)
{
    LessonPrediction prediction;
    for (const std::string& word : wordsIn(typed)) {
        if (question.kind == K::Strike && lowerAscii(word) == "none") {
            prediction.isNothingStruck = true;
            continue;
        }
        if (!isOfNumbers(question)) {
            prediction.options.push_back(optionOf(question, word));
            if (prediction.options.back().empty())
                return refused(question, inQuotes(typed));
            continue;
        }
        const auto number = parseNumber(word);
        if (!number && lowerAscii(word) != "never")
            return refused(question, inQuotes(typed));
        prediction.numbers.push_back(number.value_or(kNever));
    }
    if (auto checked = checkPrediction(question, prediction); !checked)
        return refused(question, inQuotes(typed));
    return prediction;
}

std::string predictionText(const Question& question, const LessonPrediction& prediction)
{
    if (prediction.isNothingStruck)
        return "none";
    std::vector<std::string> words = prediction.options;
    if (isOfNumbers(question))
        for (const double number : prediction.numbers)
            words.push_back(std::isinf(number) ? "never" : shortNumber(number));
    return joined(words, " ");
}

std::string predictionWords(const Lesson& lesson, const LessonStep& step, const LessonPrediction& prediction)
{
    if (prediction.isNothingStruck)
        return "none";
    std::vector<std::string> words;
    for (const std::string& id : prediction.options)
        words.push_back(plainOf(labelOf(lesson, step, id)));
    for (const double number : prediction.numbers)
        words.push_back(filled("{x}", [number](const std::string&) { return number; }));
    return joined(words, step.ask->kind == K::Order ? " > " : step.ask->kind == K::DrawCurve ? ", " : "; ");
}

json predictionJson(const LessonPrediction& prediction)
{
    if (prediction.isEmpty())
        return nullptr;
    if (prediction.numbers.empty())
        return prediction.options;
    json numbers = json::array();
    for (const double number : prediction.numbers)
        numbers.push_back(std::isinf(number) ? json("never") : json(number));
    return numbers;
}

Result<LessonPrediction> readPredictionJson(const Question& question, const json& value)
{
    LessonPrediction prediction;
    if (value.is_null())
        return prediction;
    if (!value.is_array() || value.size() > 100)
        return invalidFile("an answer is a list of names or numbers, or null");
    prediction.isNothingStruck = value.empty() && question.kind == K::Strike;
    for (const json& each : value)
        if (each.is_string() && each != "never")
            prediction.options.push_back(each.get<std::string>());
        else if (each.is_number() || each == "never")
            prediction.numbers.push_back(each.is_number() ? each.get<double>() : kNever);
        else
            return invalidFile("an answer is a list of names or numbers, or null");
    return prediction;
}

} // namespace hareloom
