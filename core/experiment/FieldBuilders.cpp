// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/FieldBuilders.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/base/Utf8.h"
#include "core/base/WriteJson.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace hareloom::fields {
namespace {

// A text from the command line may be in any encoding; one that is not UTF-8 could not be written as JSON.
bool isUtf8(const json& text)
{
    return !invalidUtf8At(text.get_ref<const std::string&>());
}

// Any number that is a whole one: 1000, 1e3, 1000.0.
std::optional<std::int64_t> wholeNumber(const json& value)
{
    if (value.is_number_integer())
        return value.is_number_unsigned() &&
                       value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)
                   ? std::nullopt
                   : std::optional(value.get<std::int64_t>());
    if (!value.is_number_float() || std::abs(value.get<double>()) > 9e15 ||
        value.get<double>() != std::floor(value.get<double>()))
        return std::nullopt;
    return static_cast<std::int64_t>(value.get<double>());
}

/// A list of anything: each element read by `one`, its place added to the path.
template<class T>
Result<void> assignList(std::vector<T>& target, const json& value, const ExperimentField& field,
                        const std::string& what)
{
    if (!value.is_array())
        return refusal(field.path, value, "be a list of " + what);
    std::vector<T> read(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        ExperimentField element = field;
        element.path += "[" + std::to_string(i) + "]";
        auto done = assign(read[i], value[i], element);
        if (!done)
            return done;
    }
    target = std::move(read);
    return {};
}

} // namespace

Applies ofFamily(std::string name)
{
    return [name = std::move(name)](const Experiment& e) { return e.family == name; };
}

ExperimentField described(FieldType type, FieldText text, Range range, std::vector<std::string> choices,
                          Applies applies)
{
    ExperimentField field;
    field.path = std::move(text.path);
    field.label = std::move(text.label);
    field.help = std::move(text.help);
    field.unit = std::move(text.unit);
    field.plain = std::move(text.plain);
    field.type = type;
    field.minimum = range.minimum;
    field.maximum = range.maximum;
    field.choices = std::move(choices);
    field.applies = applies ? std::move(applies) : [](const Experiment&) { return true; };
    return field;
}

Error refusal(const std::string& path, const json& found, const std::string& must)
{
    return refusedSetting(path, shortened(jsonText(found)), must);
}

Result<void> assign(std::string& target, const json& value, const ExperimentField& field)
{
    const bool isChoice = field.type == FieldType::Choice;
    if (value.is_string() && !isUtf8(value))
        return refusal(field.path, value, "be a text in UTF-8");
    if (!value.is_string())
        return refusal(field.path, value, isChoice ? beOneOf(field.choices) : "be a text in quotation marks");
    if (isChoice && std::find(field.choices.begin(), field.choices.end(), value.get<std::string>()) ==
                        field.choices.end())
        return refusal(field.path, value, beOneOf(field.choices));
    target = value.get<std::string>();
    return {};
}

Result<void> assign(std::int64_t& target, const json& value, const ExperimentField& field)
{
    const auto number = wholeNumber(value);
    if (!number)
        return refusal(field.path, value,
                       "be a whole number and " + lieBetween(field.minimum, field.maximum));
    if (static_cast<double>(*number) < field.minimum || static_cast<double>(*number) > field.maximum)
        return refusal(field.path, value, lieBetween(field.minimum, field.maximum));
    target = *number;
    return {};
}

Result<void> assign(Seed& target, const json& value, const ExperimentField& field)
{
    std::int64_t number = 0;
    auto done = assign(number, value, field);
    if (done)
        target = static_cast<Seed>(number);
    return done;
}

Result<void> assign(double& target, const json& value, const ExperimentField& field)
{
    if (!value.is_number() || !(value.get<double>() >= field.minimum && value.get<double>() <= field.maximum))
        return refusal(field.path, value,
                       (value.is_number() ? "" : "be a number and ") +
                           lieBetween(field.minimum, field.maximum));
    target = value.get<double>();
    return {};
}

Result<void> assign(bool& target, const json& value, const ExperimentField& field)
{
    if (!value.is_boolean())
        return refusal(field.path, value, "be true or false");
    target = value.get<bool>();
    return {};
}

Result<void> assign(std::vector<std::string>& target, const json& value, const ExperimentField& field)
{
    return assignList(target, value, field, "texts");
}

Result<void> assign(std::vector<std::int64_t>& target, const json& value, const ExperimentField& field)
{
    return assignList(target, value, field, "whole numbers");
}

Result<void> assign(std::vector<double>& target, const json& value, const ExperimentField& field)
{
    return assignList(target, value, field, "numbers");
}

Result<void> assign(std::vector<std::vector<double>>& target, const json& value, const ExperimentField& field)
{
    return assignList(target, value, field, "lists of numbers");
}

Result<void> assign(std::vector<std::vector<std::vector<double>>>& target, const json& value,
                    const ExperimentField& field)
{
    return assignList(target, value, field, "tables of numbers");
}

} // namespace hareloom::fields
