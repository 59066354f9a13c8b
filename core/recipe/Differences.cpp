// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Differences.h"

#include "core/base/Text.h"
#include "core/experiment/Interaction.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom {

namespace {

using nlohmann::json;

/// The exact value, or null where the setting does not count.
json valueOf(const ExperimentField& field, const Experiment& experiment)
{
    return field.applies(experiment) ? field.get(experiment) : json();
}

/// ... from generation 0 on, and from each event on that makes another of it.
std::vector<std::pair<std::int64_t, json>> courseOf(const ExperimentField& field,
                                                    const Experiment& experiment)
{
    if (experiment.events.empty())
        return {{0, valueOf(field, experiment)}};
    std::vector<std::pair<std::int64_t, json>> course;
    for (const Stretch& stretch : stretchesOf(experiment))
        if (json value = valueOf(field, stretch.experiment); course.empty() || value != course.back().second)
            course.emplace_back(stretch.from, std::move(value));
    return course;
}

std::string cut(std::string text, std::size_t longest)
{
    if (text.size() <= longest)
        return text;
    std::size_t end = longest; // not within a character of UTF-8
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + " …";
}

/// "0" and not "0.0": as it stands elsewhere.
std::string plain(const json& value)
{
    return value.is_number_float() ? shortNumber(value.get<double>()) : value.dump();
}

std::string listText(const json& list)
{
    std::string text;
    for (const json& item : list) {
        text += text.empty() ? "" : ", ";
        text += item.is_string()  ? item.get<std::string>()
                : item.is_array() ? '[' + listText(item) + ']'
                                  : plain(item);
    }
    return text;
}

} // namespace

bool isName(const ExperimentField& field)
{
    return field.path == "title" || field.path == "question" || field.path == "story";
}

std::string valueText(const ExperimentField& field, const Experiment& experiment, std::size_t longest)
{
    const json value = valueOf(field, experiment);
    if (value.is_null())
        return "–";
    if (value.is_boolean())
        return value.get<bool>() ? "on" : "off";
    if (value.is_string())
        return value.get<std::string>().empty() ? "none" : cut(value.get<std::string>(), longest);
    if (!value.is_array())
        return plain(value);
    if (value.empty())
        return "none";
    return cut(listText(value), longest);
}

std::string courseText(const ExperimentField& field, const Experiment& experiment, std::size_t longest)
{
    std::string text = valueText(field, experiment, longest);
    const auto course = courseOf(field, experiment);
    for (std::size_t i = 1; i < course.size(); ++i)
        text += ", from " + std::to_string(course[i].first) +
                " on: " + valueText(field, experimentAt(experiment, course[i].first), longest);
    return text;
}

std::string settingLabel(const ExperimentField& field)
{
    const auto all = experimentFields();
    const auto alike = std::count_if(
        all.begin(), all.end(), [&](const ExperimentField& other) { return other.label == field.label; });
    return alike > 1 || field.label == "is" ? field.label + " (" + field.path + ")" : field.label;
}

std::vector<SettingRow> differingSettings(std::span<const Experiment* const> experiments)
{
    std::vector<SettingRow> rows;
    if (experiments.size() < 2)
        return rows;
    const bool areModels =
        experiments.front()->interaction != nullptr; // whose seeds differ, so that they are several
    for (const ExperimentField& field : experimentFields()) {
        const auto first = courseOf(field, *experiments.front());
        if (isName(field) || (areModels && field.path == "seed") ||
            std::all_of(experiments.begin(), experiments.end(),
                        [&](const Experiment* e) { return courseOf(field, *e) == first; }))
            continue;
        SettingRow row{&field, {}};
        for (const Experiment* experiment : experiments)
            row.values.push_back(courseText(field, *experiment));
        rows.push_back(std::move(row));
    }
    return rows;
}

namespace {

bool areReadAlike(const Interaction* a, const Interaction* b)
{
    return a && b ? a->matrix == b->matrix : a == b;
}

} // namespace

std::vector<std::string> differingPaths(const Experiment& a, const Experiment& b)
{
    const auto ofA = expandVariants(a), ofB = expandVariants(b);
    if (!ofA || !ofB || ofA->size() != ofB->size())
        return {"variants"};
    std::vector<std::string> paths;
    if (!areReadAlike(a.interaction.get(), b.interaction.get()))
        paths.emplace_back("interaction");
    for (const ExperimentField& field : experimentFields()) {
        bool isSame = isName(field) || courseOf(field, a) == courseOf(field, b);
        for (std::size_t v = 0; v < ofA->size() && isSame; ++v)
            isSame = isName(field) || courseOf(field, (*ofA)[v]) == courseOf(field, (*ofB)[v]);
        if (!isSame)
            paths.push_back(field.path);
    }
    return paths;
}

bool isChanged(const ExperimentField& field, const Experiment& experiment, const Experiment& from)
{
    return field.applies(experiment) && field.get(experiment) != field.get(from);
}

} // namespace hareloom
