// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/AddressedExperiment.h"
#include "core/address/FilesNamed.h"
#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/snippet/Languages.h"
#include "core/snippet/Quoting.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace hareloom {

namespace {

namespace fs = std::filesystem;

/// A path of this machine, from the root on.
std::string fromRoot(const std::string& path, const std::string& folder)
{
    return comesWithTheProgram(path) || folder.empty()
               ? path
               : (fs::path(folder) / path).lexically_normal().string();
}

/// The same experiment wherever its file lies: what it reads is named from the root on.
Experiment movable(Experiment experiment)
{
    for (const ExperimentField& field : experimentFields()) {
        if (field.names == PathKind::Nothing)
            continue;
        if (field.applies(experiment))
            if (const auto path = field.get(experiment).get<std::string>(); !path.empty())
                (void)field.set(experiment, fromRoot(path, experiment.baseFolder)); // the same type as before
        for (Variant& variant : experiment.variants)
            for (auto& [name, value] : variant.set)
                if (const auto path = readJson(value); name == field.path && path && path->is_string())
                    value = nlohmann::json(fromRoot(path->get<std::string>(), experiment.baseFolder)).dump();
    }
    return experiment;
}

/// As JSON of ASCII characters alone, each control character an escape: no line of it can end the
/// here-document.
std::string asciiJson(const Experiment& experiment)
{
    return toJson(experiment).dump(2, ' ', true);
}

/// Whether a shell may be shown the value as it is.
bool isPlain(const SettingList& settings)
{
    return std::all_of(settings.begin(), settings.end(),
                       [](const auto& setting) { return printable(setting.second) == setting.second; });
}

/// What comes before `--out`: the run of a preset with its changes, of an address, or of a file that is
/// written first.
std::string runCommand(const Experiment& experiment)
{
    const Result<Address> address = addressOf(experiment);
    if (address && !address->branches.empty())
        return "hareloom-cli run " + shellQuoted(addressText(*address));
    if (!address || !isPlain(address->set))
        return "cat > experiment.json <<'END'\n" + asciiJson(movable(experiment)) +
               "\nEND\nhareloom-cli run experiment.json";
    std::string command = "hareloom-cli run " + shellQuoted(address->preset);
    for (const auto& [path, value] : address->set)
        command += " \\\n  --set " + shellQuoted(path + "=" + value);
    return command;
}

} // namespace

std::string shellSnippet(const Session& session, const std::string& metric)
{
    const std::string quoted = shellQuoted(metric);
    return "#!/bin/sh\n# " + commentText(session.experiment().title) +
           ": the run, its chart and its table. Hareloom " + commentText(session.provenance().version) +
           " made it.\nset -e\n" + runCommand(session.experiment()) +
           " \\\n  --out again.hareloom\nhareloom --render again.hareloom --out figures --chart " + quoted +
           " --format pdf\nhareloom-cli metrics again.hareloom --metric " + quoted +
           " --table summary > figures/summary.csv\n";
}

} // namespace hareloom
