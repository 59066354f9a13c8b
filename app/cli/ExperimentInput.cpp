// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExperimentInput.h"

#include "app/cli/BranchInput.h"
#include "app/cli/ReadPipe.h"
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/recipe/Adaptation.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "core/store/SessionFormat.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>

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

/// A database's application id, which says whose it is; nothing where `name` is no database of SQLite's.
/// Reads nothing that can be read but once.
std::optional<std::uint32_t> applicationIdOf(const std::string& name)
{
    std::error_code ignored;
    std::array<char, 72> begin{};
    if (!fs::is_regular_file(name, ignored) ||
        !std::ifstream(name, std::ios::binary).read(begin.data(), begin.size()) ||
        !std::string_view(begin.data(), begin.size()).starts_with(std::string_view("SQLite format 3\0", 16)))
        return std::nullopt;
    std::uint32_t id = 0;
    for (std::size_t i = 68; i < 72; ++i) // the file format's section 1.3.17: big-endian, at byte 68
        id = id << 8 | static_cast<unsigned char>(begin[i]);
    return id;
}

/// Its files are looked for in the folder that the program was started in.
Result<Experiment> readPiped(const std::string& name)
{
    const Result<std::string> text = readPipe(name);
    if (!text)
        return text.error();
    if (text->starts_with("SQLite format 3"))
        return invalidInput(name + ": a session comes from here; name its file, with --resume.");
    Result<Experiment> experiment = parseExperiment(*text, name);
    std::error_code ignored;
    if (experiment)
        experiment->baseFolder = fs::current_path(ignored).string();
    return experiment;
}

Result<Experiment> readNamed(const std::string& name)
{
    if (isPipe(name))
        return readPiped(name);
    // A preset's id has neither dot nor slash, so a file of the same name is still reached as ./name.
    if (isPreset(name))
        return loadPreset(name);
    if (namesSession(name))
        return invalidInput(name + ": this is a session; only 'run' with --resume takes one.");
    if (applicationIdOf(name))
        return invalidInput(name + ": this is a database of another program, not an experiment.");
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

/// That a setting has left fewer variants than there were.
std::string noteOfVariants(const std::string& path, std::size_t before, std::size_t after)
{
    if (after == before)
        return "";
    return "--set " + path + " is now the same in all variants; " +
           (after == 0 ? "they differed in nothing else, so one experiment is left."
                       : std::to_string(after) + " of " + std::to_string(before) + " still differ.");
}

void addNote(ExperimentInput& input, const std::string& note)
{
    if (!note.empty())
        input.note += (input.note.empty() ? "" : "\n") + note;
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
    const std::size_t variants = input.experiment.variants.size();
    if (Result<void> done = overrideField(input.experiment, path, value); !done)
        return done;
    addNote(input, noteOfVariants(path, variants, input.experiment.variants.size()));
    if (field->get(input.experiment) == before)
        return {};
    addNote(input, noteOf(path, adapt(input.experiment, path)));
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
    return invalidInput(mustBe("--" + field.path, typed,
                               "be a whole number and " + lieBetween(field.minimum, field.maximum)));
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

Result<void> applyAll(ExperimentInput& input, const ExperimentArguments& arguments);

/// What is set belongs to the branch alone.
Result<void> applyBranch(Experiment& experiment, const ExperimentArguments& arguments)
{
    ExperimentArguments length = arguments;
    length.branchAt.reset();
    length.set.clear();
    ExperimentInput input{experiment, {}};
    if (Result<void> done = applyAll(input, length); !done)
        return done;
    const auto branch = readBranchInput(input.experiment, arguments);
    if (!branch)
        return branch.error();
    auto wider = withBranch(input.experiment, branch->from, branch->change, arguments.title);
    if (!wider)
        return wider.error();
    experiment = *std::move(wider);
    return {};
}

Result<void> applyAll(ExperimentInput& input, const ExperimentArguments& arguments)
{
    Experiment& experiment = input.experiment;
    if (arguments.branchAt)
        return applyBranch(experiment, arguments);
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

/// Whether --set gives another value to what the variant sets.
bool isSetAnew(const Variant& variant, const ExperimentArguments& arguments)
{
    return std::any_of(variant.set.begin(), variant.set.end(), [&](const auto& setting) {
        return std::any_of(arguments.set.begin(), arguments.set.end(), [&](const std::string& assignment) {
            return assignment.starts_with(setting.first + "=");
        });
    });
}

/// The variant comes first, then --set: what is set holds for the variant that was chosen.
Result<void> chooseVariant(ExperimentInput& input, const ExperimentArguments& arguments)
{
    if (arguments.variant.empty() || arguments.branchAt) // a branch is of that variant, beside the others
        return {};
    Result<Experiment> chosen = onlyVariant(input.experiment, arguments.variant);
    if (!chosen)
        return invalidInput("--" + chosen.error().message);
    for (const Variant& variant : input.experiment.variants)
        if (chosen->title.ends_with(": " + variant.title) && isSetAnew(variant, arguments))
            chosen->title += " (changed)"; // it may say what is no longer so
    input.experiment = *std::move(chosen);
    return {};
}

} // namespace

bool namesSession(const std::string& name)
{
    return name.ends_with(".hareloom") || applicationIdOf(name) == kSessionApplicationId;
}

Result<ExperimentInput> readExperimentInput(const ExperimentArguments& arguments)
{
    Result<Experiment> named = readNamed(arguments.name);
    if (!named)
        return named.error();
    ExperimentInput input{*std::move(named), {}};
    if (!arguments.changesAnything())
        return input;
    if (Result<void> chosen = chooseVariant(input, arguments); !chosen)
        return chosen.error();
    if (Result<void> applied = applyAll(input, arguments); !applied)
        return applied.error();
    rememberFolder(input.experiment);
    if (Result<void> valid = validate(input.experiment); !valid)
        return valid.error();
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
