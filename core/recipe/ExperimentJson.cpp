// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentJson.h"

#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/experiment/FieldBuilders.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Families.h"
#include "core/recipe/InteractionJson.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/SweepJson.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace hareloom {
namespace {

using json = nlohmann::json;
using Ordered = nlohmann::ordered_json;
using fields::refusal;

constexpr std::uintmax_t kMaxFileBytes = 64 << 20;

bool isPrefix(const std::string& path)
{
    const auto fields = experimentFields();
    return std::any_of(fields.begin(), fields.end(),
                       [&](const ExperimentField& f) { return f.path.starts_with(path + "."); });
}

Error unknownKey(const std::string& found)
{
    constexpr std::size_t kShown = 80; // no setting's path is as long
    const std::string path = shortened(found, kShown);
    std::vector<std::string> paths{"schema", "events", "interaction", "sweep", "variants"};
    for (const auto& field : experimentFields())
        paths.push_back(field.path);
    std::stable_sort(paths.begin(), paths.end(), [&](const auto& a, const auto& b) {
        return editDistance(a, path) < editDistance(b, path);
    });
    return invalidInput(path + ": there is no such setting; the nearest are " +
                        joined({paths.begin(), paths.begin() + 3}) +
                        ". `hareloom-cli show` prints them all.");
}

Result<void> readSchema(const json& value)
{
    if (value.is_number_integer() && value.get<std::int64_t>() > kExperimentSchema)
        return refusal("schema", value,
                       "be " + std::to_string(kExperimentSchema) +
                           "; the file is from a newer version of the program");
    if (value != json(kExperimentSchema))
        return refusal("schema", value, "be " + std::to_string(kExperimentSchema));
    return {};
}

Result<void> readSettings(const json& object, const std::string& path, SettingList& set)
{
    for (const auto& [key, setting] : object.items()) {
        if (!findField(key))
            return invalidInput(path + "." + unknownKey(key).message);
        set.emplace_back(key, setting.dump());
    }
    return {};
}

bool hasObject(const json& object, const char* key)
{
    return object.contains(key) && object[key].is_object();
}

Result<void> readEvents(const json& value, const std::string& path, std::vector<SettingsChange>& events)
{
    if (!value.is_array())
        return refusal(path, value, "be a list of objects with \"at\" and \"set\"");
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string place = path + "[" + std::to_string(i) + "]";
        const json& object = value[i];
        if (!object.is_object() || object.size() != 2 || !object.contains("at") ||
            !hasObject(object, "set") || object["set"].empty())
            return refusal(
                place, object,
                "be an object with \"at\" (a generation) and \"set\" (paths and their values, one or more)");
        if (!object["at"].is_number_integer())
            return refusal(place + ".at", object["at"], "be a whole number, a generation from 1 on");
        SettingsChange event{object["at"].get<std::int64_t>(), {}};
        if (auto read = readSettings(object["set"], place + ".set", event.set); !read)
            return read;
        events.push_back(std::move(event));
    }
    return {};
}

Result<void> readVariants(const json& value, std::vector<Variant>& variants)
{
    if (!value.is_array())
        return refusal("variants", value, "be a list of objects with \"title\" and \"set\"");
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string path = "variants[" + std::to_string(i) + "]";
        const json& object = value[i];
        const bool hasEvents = object.is_object() && object.contains("events");
        if (!object.is_object() || object.size() != (hasEvents ? 3 : 2) || !object.contains("title") ||
            !object["title"].is_string() || !hasObject(object, "set"))
            return refusal(
                path, object,
                "be an object with \"title\" (a text), \"set\" (paths and their values) and, where it needs "
                "them, \"events\"");
        Variant variant{object["title"].get<std::string>(), {}, {}};
        auto read = readSettings(object["set"], path + ".set", variant.set);
        if (read && hasEvents)
            read = readEvents(object["events"], path + ".events", variant.events);
        if (!read)
            return read;
        variants.push_back(std::move(variant));
    }
    return {};
}

Result<void> readInto(Experiment& experiment, const json& object, const std::string& prefix)
{
    for (const auto& [key, value] : object.items()) {
        const std::string path = prefix.empty() ? key : prefix + "." + key;
        Result<void> done;
        if (path == "schema")
            done = readSchema(value);
        else if (path == "events")
            done = readEvents(value, path, experiment.events);
        else if (path == "variants")
            done = readVariants(value, experiment.variants);
        else if (path == "interaction")
            done = readInteraction(value).and_then([&](Interaction interaction) {
                experiment.interaction = std::make_shared<const Interaction>(std::move(interaction));
                return Result<void>();
            });
        else if (path == "sweep")
            done = readSweep(value).and_then([&](Sweep sweep) {
                experiment.sweep = std::make_shared<const Sweep>(std::move(sweep));
                return Result<void>();
            });
        else if (const ExperimentField* field = findField(path))
            done = field->set(experiment, value);
        else if (isPrefix(path) && value.is_object())
            done = readInto(experiment, value, path);
        else if (isPrefix(path))
            done = refusal(path, value, "be an object with settings");
        else
            done = unknownKey(path);
        if (!done)
            return done;
    }
    return {};
}

Ordered* placeFor(Ordered& root, std::string_view path)
{
    Ordered* place = &root;
    for (std::size_t dot; (dot = path.find('.')) != std::string_view::npos; path.remove_prefix(dot + 1))
        place = &(*place)[std::string(path.substr(0, dot))];
    return &(*place)[std::string(path)];
}

/// What the sweep sets, each axis by itself; nothing where there is none.
std::vector<SettingList> settingsIn(const Sweep* sweep)
{
    std::vector<SettingList> all;
    if (!sweep)
        return all;
    for (const SweepAxis& axis : sweep->grid)
        for (const SweepValue& value : axis.values)
            all.push_back(value.set);
    all.insert(all.end(), sweep->also.begin(), sweep->also.end());
    return all;
}

/// Every experiment that this one describes, as far as its settings can be set.
std::vector<Experiment> allIn(const Experiment& experiment)
{
    std::vector<Experiment> all;
    const auto add = [&all](const Experiment& one) {
        for (Stretch& stretch : stretchesOf(one))
            all.push_back(std::move(stretch.experiment));
    };
    add(experiment);
    for (const Variant& variant : experiment.variants) {
        Experiment changed = experiment;
        changed.events = merged(experiment.events, variant.events);
        for (const auto& [path, value] : variant.set)
            (void)setField(changed, path, value).ok();
        add(changed);
    }
    for (const SettingList& set : settingsIn(experiment.sweep.get())) {
        Experiment changed = experiment;
        for (const auto& [path, value] : set)
            (void)setField(changed, path, value).ok();
        add(changed);
    }
    return all;
}

Ordered toOrdered(const SettingList& set)
{
    Ordered object = Ordered::object();
    for (const auto& [path, value] : set)
        object[path] = Ordered::parse(value);
    return object;
}

Ordered toOrdered(const std::vector<SettingsChange>& events)
{
    Ordered list = Ordered::array();
    for (const SettingsChange& event : events)
        list.push_back({{"at", event.at}, {"set", toOrdered(event.set)}});
    return list;
}

Result<json> parseJson(std::string_view text, const std::string& origin)
{
    auto parsed = readJson(text, RepeatedKey::Refused);
    if (!parsed)
        return invalidInput(origin + ": " + parsed.error().message +
                            "; write an experiment as `hareloom-cli show old-faithful` prints it");
    return parsed;
}

bool holds(const json& object, std::string_view path)
{
    const json* place = &object;
    for (std::size_t dot; (dot = path.find('.')) != std::string_view::npos; path.remove_prefix(dot + 1)) {
        const auto inner = place->find(std::string(path.substr(0, dot)));
        if (inner == place->end() || !inner->is_object())
            return false;
        place = &*inner;
    }
    return place->contains(std::string(path));
}

} // namespace

Result<Experiment> parseExperiment(std::string_view text, const std::string& origin)
{
    return parseJson(text, origin).and_then([&origin](const json& parsed) {
        return readExperiment(parsed, origin);
    });
}

Result<Experiment> parseRecordedExperiment(std::string_view text, const std::string& origin)
{
    const auto parsed = parseJson(text, origin);
    if (!parsed)
        return parsed.error();
    auto experiment = readExperiment(*parsed, origin);
    for (const ExperimentField& field : experimentFields())
        if (experiment && field.formerly && !holds(*parsed, field.path))
            if (auto set = field.set(*experiment, field.formerly(*experiment)); !set)
                return set.error();
    return experiment;
}

std::vector<std::string> youngerSettings(std::string_view text, const Experiment& experiment)
{
    std::vector<std::string> paths;
    const auto recorded = readJson(text);
    for (const ExperimentField& field : experimentFields())
        if (recorded && field.formerly && field.applies(experiment) && !holds(*recorded, field.path))
            paths.push_back(field.path);
    return paths;
}

Result<Experiment> readExperiment(const json& object, const std::string& origin)
{
    if (!object.is_object())
        return invalidInput(
            origin + ": " +
            refusal("the experiment", object, "be an object with \"schema\" and \"family\"").message);
    for (const char* key : {"schema", "family"})
        if (!object.contains(key))
            return invalidInput(origin + ": " + key +
                                " is missing. Add it, as in \"schema\": 1, \"family\": \"gaussian\".");
    Experiment experiment;
    const json& name = object["family"];
    if (const Family* family = name.is_string() ? findFamily(name.get<std::string>()) : nullptr)
        experiment.evaluation.metrics = usualMetrics(*family); // unless the file says otherwise
    auto done = readInto(experiment, object, "");
    if (done)
        done = validate(experiment);
    if (!done)
        return Error{done.error().kind, origin + ": " + done.error().message, done.error().path};
    return experiment;
}

Result<Experiment> loadExperiment(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::is_directory(path, error))
        return invalidFile(path + ": this is a folder. Name a file with an experiment (JSON).");
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) // a pipe would be waited for
        return invalidFile(path + ": this is a pipe or a device. Name a file with an experiment (JSON).");
    if (fs::is_regular_file(path, error) && fs::file_size(path, error) > kMaxFileBytes)
        return invalidFile(path + ": the file has more than 64 MiB, too many for an experiment (JSON).");
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return invalidFile(path +
                           ": the file cannot be opened. Check that it exists and that you may read it.");
    std::ostringstream text;
    text << in.rdbuf();
    auto experiment = parseExperiment(text.str(), path);
    if (experiment)
        experiment->baseFolder = fs::absolute(path, error).parent_path().string();
    return experiment;
}

std::string toText(const Experiment& experiment)
{
    // A setting that matters only to a variant, or from an event on (its list of sizes, say), must survive,
    // too.
    const std::vector<Experiment> all = allIn(experiment);
    Ordered root;
    root["schema"] = kExperimentSchema;
    for (const auto& field : experimentFields())
        if (std::any_of(all.begin(), all.end(), field.applies))
            *placeFor(root, field.path) = Ordered::parse(field.get(experiment).dump());
    if (!experiment.events.empty())
        root["events"] = toOrdered(experiment.events);
    for (const Variant& variant : experiment.variants) {
        Ordered object = {{"title", variant.title}, {"set", toOrdered(variant.set)}};
        if (!variant.events.empty())
            object["events"] = toOrdered(variant.events);
        root["variants"].push_back(std::move(object));
    }
    if (experiment.interaction && !experiment.interaction->isOfOneModel())
        root["interaction"] = interactionJson(*experiment.interaction);
    if (experiment.sweep)
        root["sweep"] = sweepJson(*experiment.sweep);
    return root.dump(2) + "\n";
}

json toJson(const Experiment& experiment)
{
    return json::parse(toText(experiment));
}

Result<void> setField(Experiment& experiment, std::string_view path, std::string_view value)
{
    const ExperimentField* field = findField(path);
    if (!field)
        return unknownKey(std::string(path));
    const auto parsed = readJson(value);
    const FieldType type = field->type;
    const bool isText = type == FieldType::Text || type == FieldType::LongText || type == FieldType::Choice;
    const bool isSingle =
        isText || type == FieldType::Integer || type == FieldType::Real || type == FieldType::Switch;
    const bool isWord = !parsed || (isText && !parsed->is_string());
    if (isWord && isSingle) // a text, or for the field to refuse by what it allows
        return field->set(experiment, json(std::string(value)));
    if (isWord)
        return refusal(field->path, json(std::string(value)),
                       type == FieldType::TextList
                           ? "be a list of texts as in JSON: [\"a\", \"b\"]"
                           : "be a list as in JSON: [1, 2], or of lists: [[1, 2], [3, 4]]");
    return field->set(experiment, *parsed);
}

} // namespace hareloom
