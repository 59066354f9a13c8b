// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/SweepJson.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/experiment/FieldBuilders.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/SweepSummaryJson.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace hareloom {
namespace {

using json = nlohmann::json;
using Ordered = nlohmann::ordered_json;
using fields::refusal;

constexpr std::int64_t kMostValues = 10'000; // of one axis

// A table has columns of these names, so that no axis can be called so.
constexpr const char* kTakenNames[] = {"point",  "id",    "variant", "replicate", "generation",
                                       "metric", "value", "chains",  "mean",      "median"};
constexpr const char* kFixedPaths[] = {"title", "question", "story", "chains"};

bool isWholeBetween(const json& value, double least, double most)
{
    if (!value.is_number())
        return false;
    const double number = value.get<double>();
    return number == std::floor(number) && number >= least && number <= most;
}

/// The sentence about a path that is none, as every experiment's reader says it.
Error unknownSetting(const std::string& where, const std::string& path)
{
    Experiment none;
    return invalidInput(where + "." + setField(none, path, "0").error().message);
}

/// The value as its setting holds it: 1e3 and 1000 are the same.
Result<json> settled(const ExperimentField& known, const std::string& where, const json& value)
{
    ExperimentField field = known;
    field.path = where;
    Experiment scratch;
    if (auto set = field.set(scratch, value); !set)
        return set.error();
    return field.get(scratch);
}

std::string titleOf(const json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    return value.is_number_float() ? shortNumber(value.get<double>()) : value.dump();
}

Result<void> checkPath(const std::string& where, const std::string& path)
{
    for (const char* fixed : kFixedPaths)
        if (path == fixed)
            return invalidSetting(where + "." + path,
                                  path == "chains" ? "sweep.replicates says how many chains a point has. "
                                                     "Remove this axis."
                                                   : "this changes no number. Remove it.");
    return findField(path) ? Result<void>() : unknownSetting(where, path);
}

Result<SettingList> readSet(const std::string& where, const json& object)
{
    if (!object.is_object() || object.empty())
        return refusal(where, object, "be an object with settings: paths and their values");
    SettingList set;
    for (const ExperimentField& field : experimentFields()) // in this order each can be set
        if (const auto found = object.find(field.path); found != object.end()) {
            const auto value = settled(field, where + "." + field.path, *found);
            if (!value)
                return value.error();
            set.emplace_back(field.path, value->dump());
        }
    for (const auto& [path, value] : object.items())
        if (auto known = checkPath(where, path); !known)
            return known.error();
    return set;
}

/// The number with so many significant digits.
double rounded(double value, int digits)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.*e", digits - 1, value);
    return parseNumber(text).value_or(value);
}

/// Numbers from first to last. Those between them are rounded, so that they can be read; those of a "log"
/// range are then the same on every computer, too, whose libraries may differ in the last digit of a power.
std::vector<double> rangeOf(Spacing spacing, double first, double last, int count)
{
    constexpr int kLinearDigits = 12, kLogDigits = 6;
    std::vector<double> values{first};
    for (int i = 1; i + 1 < count; ++i)
        values.push_back(spacing == Spacing::Linear
                             ? rounded((first * (count - 1 - i) + last * i) / (count - 1), kLinearDigits)
                             : rounded(first * std::pow(last / first, double(i) / (count - 1)), kLogDigits));
    values.push_back(last);
    return values;
}

struct Range
{
    Spacing spacing = Spacing::Linear;
    std::vector<double> values;
};

Result<Range> readRange(const std::string& where, const json& object)
{
    constexpr const char* kForm = "be a list of values, {\"linear\": [first, last, count]} or "
                                  "{\"log\": [first, last, count]}";
    const auto spacing = object.size() == 1 ? choiceOf(kSpacings, object.begin().key()) : std::nullopt;
    if (!spacing || *spacing == Spacing::List)
        return refusal(where, object, kForm);
    const std::string path = where + "." + object.begin().key();
    const json& ends = *object.begin();
    if (!ends.is_array() || ends.size() != 3 || !ends[0].is_number() || !ends[1].is_number() ||
        !isWholeBetween(ends[2], 2, kMostValues))
        return refusal(
            path, ends,
            "be a list of the first number, the last number, and how many numbers there are, from 2 to " +
                std::to_string(kMostValues));
    const double first = ends[0].get<double>(), last = ends[1].get<double>();
    if (*spacing == Spacing::Log && !(first > 0 && last > 0))
        return refusal(path, ends, "have ends above 0, because its numbers differ by a factor");
    return Range{*spacing, rangeOf(*spacing, first, last, ends[2].get<int>())};
}

/// The axis's values as JSON, and how they follow each other.
Result<json> valuesOf(SweepAxis& axis, const ExperimentField& field, const std::string& where,
                      const json& value)
{
    if (value.is_array())
        return value;
    if (!value.is_object())
        return refusal(where, value,
                       "be a list of values, or for numbers {\"linear\": [first, last, count]} or "
                       "{\"log\": [first, last, count]}");
    const bool isWhole = field.type == FieldType::Integer;
    if (!isWhole && field.type != FieldType::Real)
        return refusal(where, value, "be a list of values, because only numbers have ranges");
    const auto range = readRange(where, value);
    if (!range)
        return range.error();
    axis.spacing = range->spacing;
    json values = json::array();
    for (const double number : range->values)
        if (isWhole)
            values.push_back(static_cast<std::int64_t>(std::llround(number)));
        else
            values.push_back(number);
    return values;
}

Result<void> addValue(SweepAxis& axis, const std::string& where, SweepValue value)
{
    if (std::any_of(axis.values.begin(), axis.values.end(),
                    [&](const SweepValue& other) { return other.title == value.title; }))
        return invalidSetting(
            where, inQuotes(value.title) +
                       (axis.spacing == Spacing::List
                            ? " stands there twice. Name each value once."
                            : " comes twice in this range. Ask for fewer numbers, or for a "
                              "wider range; where a setting takes whole numbers, they are rounded."));
    axis.values.push_back(std::move(value));
    return {};
}

Result<void> readSettingAxis(SweepAxis& axis, const ExperimentField& field, const std::string& where,
                             const json& value)
{
    const auto values = valuesOf(axis, field, where, value);
    if (!values)
        return values.error();
    for (std::size_t i = 0; i < values->size(); ++i) {
        const std::string place = where + "[" + std::to_string(i) + "]";
        const auto settledValue = settled(field, place, (*values)[i]);
        if (!settledValue)
            return settledValue.error();
        if (auto added = addValue(axis, where, {titleOf(*settledValue), {{axis.name, settledValue->dump()}}});
            !added)
            return added;
    }
    return {};
}

Result<void> readNamedAxis(SweepAxis& axis, const std::string& where, const json& value)
{
    axis.isSetting = false;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string place = where + "[" + std::to_string(i) + "]";
        const json& one = value[i];
        if (!one.is_object() || one.size() != 2 || !one.contains("title") || !one["title"].is_string() ||
            !one.contains("set"))
            return refusal(place, one,
                           "be an object with \"title\" (a text) and \"set\" (paths and their values)");
        const auto set = readSet(place + ".set", one["set"]);
        if (!set)
            return set.error();
        if (auto added = addValue(axis, where, {one["title"].get<std::string>(), *set}); !added)
            return added;
    }
    return {};
}

Result<SweepAxis> readAxis(const std::string& name, const json& value)
{
    const std::string where = "sweep.grid." + name;
    SweepAxis axis;
    axis.name = name;
    axis.written = value.dump();
    const ExperimentField* field = findField(name);
    const bool hasSets = value.is_array() && !value.empty() && value[0].is_object();
    if (!field && !hasSets)
        return unknownSetting("sweep.grid", name);
    if (!field && std::find(std::begin(kTakenNames), std::end(kTakenNames), name) != std::end(kTakenNames))
        return invalidSetting(where, "a table has another column of this name. Choose another name.");
    if (field)
        if (auto known = checkPath("sweep.grid", name); !known)
            return known.error();
    if (value.is_array() && (value.empty() || std::ssize(value) > kMostValues))
        return refusal(where, value, "have one value or more, at most " + std::to_string(kMostValues));
    const auto read = field ? readSettingAxis(axis, *field, where, value) : readNamedAxis(axis, where, value);
    return read.transform([&axis] { return std::move(axis); });
}

/// Settings in the order in which an experiment has them, then the axes with names of their own.
Result<void> readGrid(Sweep& sweep, const json& grid)
{
    if (!grid.is_object() || grid.empty())
        return refusal("sweep.grid", grid,
                       "be an object with settings and the values that each of them takes");
    std::vector<std::string> names;
    for (const ExperimentField& field : experimentFields())
        if (grid.contains(field.path))
            names.push_back(field.path);
    for (const auto& [name, value] : grid.items())
        if (!findField(name))
            names.push_back(name);
    for (const std::string& name : names) {
        auto axis = readAxis(name, grid[name]);
        if (!axis)
            return axis.error();
        sweep.grid.push_back(*std::move(axis));
    }
    return {};
}

Result<void> readAlso(Sweep& sweep, const json& also)
{
    if (!also.is_array())
        return refusal("sweep.also", also, "be a list of objects with settings, one for each point");
    for (std::size_t i = 0; i < also.size(); ++i) {
        auto set = readSet("sweep.also[" + std::to_string(i) + "]", also[i]);
        if (!set)
            return set.error();
        sweep.also.push_back(*std::move(set));
    }
    return {};
}

} // namespace

Result<Sweep> readSweep(const json& object)
{
    if (!object.is_object() || !(object.contains("grid") || object.contains("also")))
        return refusal("sweep", object, "be an object with \"grid\" or \"also\", which say what varies");
    Sweep sweep;
    for (const auto& [key, value] : object.items()) {
        Result<void> done;
        if (key == "grid")
            done = readGrid(sweep, value);
        else if (key == "also")
            done = readAlso(sweep, value);
        else if (key == "summary")
            done = readSweepSummary(value).and_then([&](SweepSummary summary) {
                sweep.summary = std::move(summary);
                return Result<void>();
            });
        else if (key != "replicates")
            done = invalidSetting("sweep." + key, "there is no such setting. A sweep has \"grid\", \"also\", "
                                                  "\"replicates\" and \"summary\".");
        else if (isWholeBetween(value, 1, double(kMostReplicates)))
            sweep.replicates = static_cast<std::int64_t>(value.get<double>());
        else
            done = refusal("sweep.replicates", value,
                           "be a whole number and " + lieBetween(1, double(kMostReplicates)));
        if (!done)
            return done.error();
    }
    return sweep;
}

Ordered sweepJson(const Sweep& sweep)
{
    Ordered root = Ordered::object();
    for (const SweepAxis& axis : sweep.grid)
        root["grid"][axis.name] = Ordered::parse(axis.written);
    for (const SettingList& point : sweep.also) {
        Ordered set = Ordered::object();
        for (const auto& [path, value] : point)
            set[path] = Ordered::parse(value);
        root["also"].push_back(std::move(set));
    }
    root["replicates"] = sweep.replicates;
    root["summary"] = sweepSummaryJson(sweep.summary);
    return root;
}

} // namespace hareloom
