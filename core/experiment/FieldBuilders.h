// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

#include <nlohmann/json.hpp>

#include <optional>

#include <string>

namespace hareloom::detail {

using nlohmann::json;

/// What a field is beside its place in the struct.
struct FieldText
{
    std::string path, label, help, unit = {};
};

struct Range
{
    double minimum = 0, maximum = 0;
};

/// "found X, allowed: Y" for a field, X cut to a readable length.
Error refusal(const std::string& path, const json& found, const std::string& allowed);

/// Each reads one type; the error names path, what was found and what is allowed.
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

/// One field, from `at`, a function that gives a reference to its member of an Experiment.
template<class At>
ExperimentField makeField(FieldType type, FieldText text, Range range, std::vector<std::string> choices,
                          At at, std::function<bool(const Experiment&)> applies)
{
    ExperimentField field;
    field.path = std::move(text.path);
    field.label = std::move(text.label);
    field.help = std::move(text.help);
    field.unit = std::move(text.unit);
    field.type = type;
    field.minimum = range.minimum;
    field.maximum = range.maximum;
    field.choices = std::move(choices);
    field.applies = applies ? std::move(applies) : [](const Experiment&) { return true; };
    field.get = [at](const Experiment& experiment) { return json(at(experiment)); };
    field.assign = [at](Experiment& experiment, const json& value, const ExperimentField& self) {
        return detail::assign(at(experiment), value, self);
    };
    return field;
}

} // namespace hareloom::detail
