// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/lesson/LessonCheck.h"
#include "core/recipe/ExperimentFields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

namespace hareloom {
namespace {

bool isDigit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// A number in figures and where it stands: "1,000" is one, "2404.01413" too.
struct Figure
{
    std::size_t begin = 0, end = 0;
    double value = 0;
};

std::vector<Figure> figuresIn(std::string_view text)
{
    std::vector<Figure> figures;
    for (std::size_t at = 0; at < text.size();) {
        if (!isDigit(text[at]) || (at > 0 && std::isalpha(static_cast<unsigned char>(text[at - 1])) != 0)) {
            ++at;
            continue;
        }
        Figure figure{at, at, 0};
        std::string digits;
        for (; figure.end < text.size(); ++figure.end) {
            const char c = text[figure.end];
            const bool goesOn = figure.end + 1 < text.size() && isDigit(text[figure.end + 1]);
            if (!isDigit(c) && !((c == '.' || c == ',') && goesOn))
                break;
            if (c != ',')
                digits += c;
        }
        figure.value = parseNumber(digits).value_or(-1);
        figures.push_back(figure);
        at = figure.end;
    }
    return figures;
}

void addValues(const nlohmann::json& value, std::set<double>& into)
{
    if (value.is_number())
        into.insert(value.get<double>());
    if (value.is_structured())
        for (const auto& inner : value)
            addValues(inner, into);
}

void addNumbers(std::string_view text, std::set<double>& into)
{
    for (const Figure& figure : figuresIn(text))
        into.insert(figure.value);
}

/// Numbers that the lesson sets itself: settings, generations, tolerances, what its expressions compare with.
std::set<double> numbersSet(const Lesson& lesson)
{
    std::set<double> known;
    for (const LessonExperiment& each : lesson.experiments) {
        for (const ExperimentField& field : experimentFields())
            if (field.applies(each.experiment))
                addValues(field.get(each.experiment), known);
        known.insert(static_cast<double>(each.names.size()));
        known.insert(static_cast<double>(each.experiment.source.weights.size()));
        for (const Variant& variant : each.experiment.variants) {
            addNumbers(variant.title, known);
            for (const auto& [path, value] : variant.set)
                addNumbers(value, known);
        }
    }
    for (const LessonStep& step : lesson.steps) {
        known.insert(static_cast<double>(step.runTo.value_or(0)));
        if (step.goal)
            for (const auto& [path, value] : step.goal->solution)
                addNumbers(value, known);
        if (!step.ask)
            continue;
        addNumbers(step.ask->answer.text(), known);
        for (const LessonOption& option : step.ask->options)
            addNumbers(option.when.text(), known);
        for (const std::int64_t generation : step.ask->generations)
            known.insert(static_cast<double>(generation));
        for (const double number : {step.ask->least, step.ask->most, step.ask->tolerance, step.ask->percent})
            known.insert(number);
    }
    for (const LessonValue& value : lesson.values)
        addNumbers(value.is.text(), known);
    const std::set<double> shares = known; // "a tenth", 0.1, is "10%", too
    for (const double share : shares)
        if (share > 0 && share <= 1)
            known.insert(std::round(share * 1000) / 10);
    return known;
}

/// Whether the number belongs to a work: "(2024)", "arXiv 2404.01413", "631", "755".
bool isOfWork(std::string_view text, const Figure& figure)
{
    constexpr double kFirstYear = 1700, kLastYear = 2100;
    const std::string_view before =
        text.substr(figure.begin > 12 ? figure.begin - 12 : 0, std::min<std::size_t>(figure.begin, 12));
    const bool isYear =
        figure.end - figure.begin == 4 && figure.value >= kFirstYear && figure.value <= kLastYear;
    return isYear || before.find("arXiv") != std::string_view::npos ||
           before.find("Nature") != std::string_view::npos;
}

} // namespace

std::vector<CheckedLine> looseNumbers(const Lesson& lesson)
{
    const std::set<double> known = numbersSet(lesson);
    std::vector<CheckedLine> loose;
    for (const std::string& id : lesson.texts.ids()) {
        const std::string text = plainOf(lesson.texts[id]);
        std::vector<std::pair<std::size_t, std::size_t>> claimed;
        for (const LessonClaim& claim : lesson.claims)
            if (const auto at = claim.text == id ? text.find(plainOf(claim.says)) : std::string::npos;
                at != std::string::npos)
                claimed.emplace_back(at, at + plainOf(claim.says).size());
        for (const Figure& figure : figuresIn(text)) {
            const bool isClaimed = std::any_of(claimed.begin(), claimed.end(), [&figure](const auto& range) {
                return figure.begin >= range.first && figure.end <= range.second;
            });
            if (!isClaimed && !known.contains(figure.value) && !isOfWork(text, figure))
                loose.push_back({CheckedLine::Kind::Number, "text " + inQuotes(id),
                                 "the number " + text.substr(figure.begin, figure.end - figure.begin) +
                                     " is neither in a claim nor a setting",
                                 0, 1, 1});
        }
    }
    return loose;
}

} // namespace hareloom
