// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExperimentInput.h"

#include "core/base/Text.h"
#include "core/recipe/Adaptation.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace hareloom::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNearest = 3;

bool isPreset(const std::string& name)
{
    const auto all = presets();
    return std::any_of(all.begin(), all.end(), [&](const Preset& preset) { return preset.id == name; });
}

std::vector<std::string> presetIds()
{
    std::vector<std::string> ids;
    for (const Preset& preset : presets())
        ids.emplace_back(preset.id);
    return ids;
}

/// The words most like `word`, best first.
std::vector<std::string> nearest(const std::string& word, std::vector<std::string> words)
{
    std::stable_sort(words.begin(), words.end(), [&word](const std::string& a, const std::string& b) {
        return editDistance(word, a) < editDistance(word, b);
    });
    words.resize(std::min(words.size(), kNearest));
    return words;
}

Result<Experiment> readNamed(const std::string& name)
{
    // A preset's id has neither dot nor slash, so a file of the same name is still reached as ./name.
    if (isPreset(name))
        return loadPreset(name);
    if (namesSession(name))
        return invalidInput(name + ": this is a session; only 'run' with --resume takes one.");
    std::error_code ignored;
    if (fs::exists(name, ignored) || name.find_first_of("./") != std::string::npos)
        return loadExperiment(name);
    return invalidInput("There is no file and no preset called '" + name + "'; the nearest presets are " +
                        joined(nearest(name, presetIds())) + " ('hareloom-cli presets' lists all).");
}

Error unknownKey(const std::string& path)
{
    std::vector<std::string> paths;
    for (const ExperimentField& field : experimentFields())
        paths.push_back(field.path);
    return invalidInput("--set " + path + ": there is no such setting; the nearest are " +
                        joined(nearest(path, paths)) + ".");
}

/// What changed with the setting `path`, for people.
std::string noteOf(const std::string& path, const std::vector<const ExperimentField*>& changed)
{
    std::vector<std::string> paths;
    for (const ExperimentField* field : changed)
        paths.push_back(field->path);
    return paths.empty() ? "" : "--set " + path + " also changed: " + joined(paths) + ".";
}

Result<void> applyText(ExperimentInput& input, const std::string& assignment)
{
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0)
        return invalidInput("--set " + assignment +
                            ": write the setting's path, '=' and its value, as policy.realShare=0.1.");
    const std::string path = assignment.substr(0, equals);
    const ExperimentField* field = findField(path);
    if (!field)
        return unknownKey(path);
    const std::string value = assignment.substr(equals + 1);
    const auto before = field->get(input.experiment);
    if (Result<void> done = overrideField(input.experiment, path, value); !done)
        return done;
    if (field->get(input.experiment) == before)
        return {};
    if (std::string note = noteOf(path, adapt(input.experiment, path)); !note.empty())
        input.note += (input.note.empty() ? "" : "\n") + note;
    // What was asked for itself stands, or is refused with the whole.
    return overrideField(input.experiment, path, value);
}

/// Files that --set named from here are found from elsewhere, too: a session is resumed anywhere.
void rememberFolder(Experiment& e)
{
    std::error_code ignored;
    const auto isHere = [&](const ExperimentField& field) {
        if (field.names == PathKind::Nothing)
            return false;
        const auto path = field.get(e).get<std::string>();
        return !path.empty() && fs::exists(path, ignored);
    };
    const auto fields = experimentFields();
    if (e.baseFolder.empty() && std::any_of(fields.begin(), fields.end(), isHere))
        e.baseFolder = fs::current_path(ignored).string();
}

/// One of the options that stand for a whole number. Errors: InvalidInput, naming what was typed.
Result<void> applyWhole(Experiment& experiment, const char* path, const std::string& typed)
{
    if (overrideField(experiment, path, typed))
        return {};
    const ExperimentField& field = *findField(path);
    return invalidInput("--" + field.path + ": found " + typed + ", allowed: a whole number from " +
                        std::to_string(static_cast<std::int64_t>(field.minimum)) + " to " +
                        std::to_string(static_cast<std::int64_t>(field.maximum)));
}

/// A setting that is of no use here was meant for something else.
Result<void> checkUse(const Experiment& experiment, const std::string& path)
{
    const ExperimentField& field = *findField(path);
    const Result<std::vector<Experiment>> variants = expandVariants(experiment);
    if (!variants || std::any_of(variants->begin(), variants->end(), field.applies))
        return {};
    return invalidInput("--set " + path + ": this experiment has no use for it, with the family " +
                        experiment.family + " and the source " + experiment.source.kind +
                        "; 'hareloom-cli show' lists what counts.");
}

Result<void> applyAll(ExperimentInput& input, const ExperimentArguments& arguments)
{
    Experiment& experiment = input.experiment;
    std::vector<std::string> ordered = arguments.set;
    std::stable_partition(ordered.begin(), ordered.end(), [](const std::string& assignment) {
        return assignment.starts_with("family=") || assignment.starts_with("source.kind=");
    }); // first what others are adapted to
    for (const std::string& assignment : ordered)
        if (Result<void> done = applyText(input, assignment); !done)
            return done;
    for (const auto& [path, value] : {std::pair("generations", &arguments.generations),
                                      {"chains", &arguments.chains},
                                      {"seed", &arguments.seed}})
        if (*value)
            if (Result<void> done = applyWhole(experiment, path, **value); !done)
                return done;
    for (const std::string& assignment : arguments.set)
        if (Result<void> used = checkUse(experiment, assignment.substr(0, assignment.find('='))); !used)
            return used;
    return {};
}

} // namespace

bool namesSession(const std::string& name)
{
    if (name.ends_with(".hareloom"))
        return true;
    char begin[16] = {};
    std::ifstream file(name, std::ios::binary);
    return file.read(begin, sizeof begin) && std::string_view(begin, 15) == "SQLite format 3";
}

Result<ExperimentInput> readExperimentInput(const ExperimentArguments& arguments)
{
    Result<Experiment> named = readNamed(arguments.name);
    if (!named)
        return named.error();
    ExperimentInput input{*std::move(named), {}};
    if (!arguments.changesAnything())
        return input;
    if (Result<void> applied = applyAll(input, arguments); !applied)
        return applied.error();
    rememberFolder(input.experiment);
    if (Result<void> valid = validate(input.experiment); !valid)
        return valid.error();
    if (arguments.variant.empty())
        return input;
    Result<Experiment> chosen = onlyVariant(input.experiment, arguments.variant);
    if (!chosen)
        return invalidInput("--" + chosen.error().message);
    input.experiment = *std::move(chosen);
    return input;
}

Result<void> applyLength(Experiment& experiment, const ExperimentArguments& arguments)
{
    for (const auto& [path, value] :
         {std::pair("generations", &arguments.generations), {"chains", &arguments.chains}})
        if (*value)
            if (Result<void> done = applyWhole(experiment, path, **value); !done)
                return done;
    return {};
}

Result<DeviceChoice> readDeviceInput(const std::string& family, const std::string& asked)
{
    Result<DeviceChoice> chosen = chooseDevice(family, asked);
    if (!chosen && chosen.error().kind == ErrorKind::InvalidInput)
        return invalidInput("--" + chosen.error().message);
    return chosen;
}

} // namespace hareloom::cli
