// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string>

/// What describes one setting: its words, its range, its place in the experiment, and for which experiments
/// it counts.
namespace hareloom::fields {

using nlohmann::json;
using Applies = std::function<bool(const Experiment&)>;

inline constexpr double kHuge = 1e300;

/// What a field is beside its place in the struct.
struct FieldText
{
    std::string path, label, help, unit = {};
    std::string plain = {}; // of a main setting only
};

struct Range
{
    double minimum = 0, maximum = 0;
};

/// The place of a setting: at(&Experiment::policy, &Policy::realShare).
template<class... Members>
auto at(Members... members)
{
    return [members...](auto& experiment) -> auto&
    {
        return (experiment.*....*members);
    };
}

/// The place of a family's setting: model(&KdeSettings::bandwidth).
template<class Settings, class T>
auto model(T Settings::*member)
{
    return [member](auto& experiment) -> auto&
    {
        return experiment.model.template of<Settings>().*member;
    };
}

Applies ofFamily(std::string name);

/// refusedSetting() of a value from a file, which is cut to a readable length.
Error refusal(const std::string& path, const json& found, const std::string& must);

/// Each reads one type; the error names the path, what it is and what it must be.
Result<void> assign(std::string& target, const json& value, const ExperimentField& field);
Result<void> assign(std::int64_t& target, const json& value, const ExperimentField& field);
Result<void> assign(Seed& target, const json& value, const ExperimentField& field);
Result<void> assign(double& target, const json& value, const ExperimentField& field);
Result<void> assign(bool& target, const json& value, const ExperimentField& field);
Result<void> assign(std::vector<std::string>& target, const json& value, const ExperimentField& field);
Result<void> assign(std::vector<std::int64_t>& target, const json& value, const ExperimentField& field);
Result<void> assign(std::vector<double>& target, const json& value, const ExperimentField& field);
Result<void> assign(std::vector<std::vector<double>>& target, const json& value,
                    const ExperimentField& field);
Result<void> assign(std::vector<std::vector<std::vector<double>>>& target, const json& value,
                    const ExperimentField& field);

/// A field without its value.
ExperimentField described(FieldType type, FieldText text, Range range, std::vector<std::string> choices,
                          Applies applies);

template<class At>
ExperimentField makeField(FieldType type, FieldText text, Range range, std::vector<std::string> choices,
                          At at, Applies applies)
{
    ExperimentField field = described(type, std::move(text), range, std::move(choices), std::move(applies));
    field.get = [at](const Experiment& experiment) { return json(at(experiment)); };
    field.assign = [at](Experiment& experiment, const json& value, const ExperimentField& self) {
        return fields::assign(at(experiment), value, self);
    };
    return field;
}

template<class At>
ExperimentField text(FieldText t, At at, Applies applies = {})
{
    return makeField(FieldType::Text, std::move(t), {}, {}, at, std::move(applies));
}
/// The path of a file or a folder.
template<class At>
ExperimentField pathTo(PathKind kind, FieldText t, At at, Applies applies = {})
{
    ExperimentField field = text(std::move(t), at, std::move(applies));
    field.names = kind;
    return field;
}
template<class At>
ExperimentField whole(FieldText t, Range range, At at, Applies applies = {})
{
    return makeField(FieldType::Integer, std::move(t), range, {}, at, std::move(applies));
}
template<class At>
ExperimentField real(FieldText t, Range range, At at, Applies applies = {})
{
    return makeField(FieldType::Real, std::move(t), range, {}, at, std::move(applies));
}
template<class At>
ExperimentField toggle(FieldText t, At at, Applies applies = {})
{
    return makeField(FieldType::Switch, std::move(t), {}, {}, at, std::move(applies));
}
template<class At>
ExperimentField list(FieldType type, FieldText t, Range range, At at, Applies applies = {})
{
    return makeField(type, std::move(t), range, {}, at, std::move(applies));
}
/// A choice of names that are no enumeration, because there may be more of them one day: families, sources.
template<class At>
ExperimentField named(FieldText t, std::vector<std::string> names, At at, Applies applies = {})
{
    return makeField(FieldType::Choice, std::move(t), {}, std::move(names), at, std::move(applies));
}

/// A choice; `words` lives as long as the program.
template<class Choice, std::size_t N, class At>
ExperimentField choice(FieldText t, const std::array<Word<Choice>, N>& words, At at, Applies applies = {})
{
    ExperimentField field =
        described(FieldType::Choice, std::move(t), {}, wordsOf(words), std::move(applies));
    field.get = [at, &words](const Experiment& experiment) { return json(wordOf(words, at(experiment))); };
    field.assign = [at, &words](Experiment& experiment, const json& value, const ExperimentField& self) {
        std::string word;
        auto done = fields::assign(word, value, self);
        if (done)
            at(experiment) = *choiceOf(words, word);
        return done;
    };
    return field;
}

} // namespace hareloom::fields
