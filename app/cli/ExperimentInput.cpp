// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExperimentInput.h"

#include "app/cli/BranchInput.h"
#include "app/cli/ReadPipe.h"
#include "core/address/AddressedExperiment.h"
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Overrides.h"
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

bool isPreset(const std::string& name)
{
    const auto all = presets();
    return std::any_of(all.begin(), all.end(), [&](const Preset& preset) { return preset.id == name; });
}

void addNote(ExperimentInput& input, const std::string& note)
{
    if (!note.empty())
        input.note += (input.note.empty() ? "" : "\n") + note;
}

std::vector<std::string> presetIds()
{
    std::vector<std::string> ids;
    for (const Preset& preset : presets())
        ids.emplace_back(preset.id);
    return ids;
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

/// What an address of the window's names; where it leads is said, since a run makes all of it. Errors:
/// InvalidInput.
Result<ExperimentInput> readAddress(const std::string& text)
{
    const Result<Address> address = parseAddress(text);
    if (!address)
        return address.error();
    auto named = experimentOf(*address);
    if (!named)
        return named.error();
    ExperimentInput input{std::move(named->experiment), joined(named->notes, "\n")};
    if (address->pointsSomewhere())
        addNote(input, "The address leads to " + placeText(*address, input.experiment) + ".");
    return input;
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

/// A pipe, a preset or a file.
Result<Experiment> readPlace(const std::string& name)
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
                        joined(nearestWords(name, presetIds())) + " ('hareloom-cli presets' lists all).");
}

Result<ExperimentInput> readNamed(const std::string& name)
{
    if (isAddress(name))
        return readAddress(name);
    return readPlace(name).transform([](Experiment experiment) {
        return ExperimentInput{std::move(experiment), {}};
    });
}

/// "policy.realShare=0.1" in its parts. Errors: InvalidInput.
Result<SettingList> readAssignments(const std::vector<std::string>& assignments)
{
    SettingList settings;
    for (const std::string& assignment : assignments) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos || equals == 0)
            return invalidInput("--set " + assignment +
                                ": write the setting's path, '=' and its value, as policy.realShare=0.1.");
        settings.emplace_back(assignment.substr(0, equals), assignment.substr(equals + 1));
    }
    return settings;
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
    const Result<SettingList> settings = readAssignments(arguments.set);
    if (!settings)
        return settings.error();
    const auto notes = applyOverrides(experiment, *settings, "--set ");
    if (!notes)
        return notes.error();
    for (const std::string& note : *notes)
        addNote(input, note);
    for (const auto& [path, value] : {std::pair("generations", &arguments.generations),
                                      {"chains", &arguments.chains},
                                      {"seed", &arguments.seed}})
        if (*value)
            if (Result<void> done = applyWhole(experiment, path, **value); !done)
                return done;
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
    return !isAddress(name) &&
           (name.ends_with(".hareloom") || applicationIdOf(name) == kSessionApplicationId);
}

Result<ExperimentInput> readExperimentInput(const ExperimentArguments& arguments)
{
    Result<ExperimentInput> named = readNamed(arguments.name);
    if (!named)
        return named.error();
    ExperimentInput input = *std::move(named);
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
