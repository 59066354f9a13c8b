// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/ExperimentInput.h"
#include "core/base/WriteJson.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Presets.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom::cli {

namespace {

using NamedExperiments = std::vector<std::pair<std::string, Experiment>>;

Result<NamedExperiments> loadAll()
{
    NamedExperiments all;
    for (const Preset& preset : presets()) {
        Result<Experiment> experiment = loadPreset(preset.id);
        if (!experiment)
            return experiment.error();
        all.emplace_back(std::string(preset.id), std::move(experiment).value());
    }
    return all;
}

void printList(Console& console, const NamedExperiments& all)
{
    std::size_t width = 0;
    for (const auto& [id, experiment] : all)
        width = std::max(width, id.size());
    for (const auto& [id, experiment] : all) {
        console.out << id << std::string(width - id.size() + 2, ' ') << experiment.title << "\n";
        console.out << std::string(width + 2, ' ') << experiment.question << "\n";
    }
}

void printJson(Console& console, const NamedExperiments& all)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& [id, experiment] : all)
        list.push_back({{"id", id},
                        {"title", experiment.title},
                        {"question", experiment.question},
                        {"family", experiment.family},
                        {"generations", experiment.generations},
                        {"chains", experiment.chains}});
    console.data << jsonText(std::move(list), 2) << "\n";
}

} // namespace

int execute(const PresetsArguments& arguments, Console& console)
{
    const Result<NamedExperiments> all = loadAll();
    if (!all)
        return fail(console, all.error());
    arguments.json ? printJson(console, *all) : printList(console, *all);
    return kDone;
}

int execute(const ShowArguments& arguments, Console& console)
{
    const Result<ExperimentInput> input = readExperimentInput(arguments.experiment);
    if (!input)
        return fail(console, input.error());
    console.note(input->note);
    std::string text = toText(input->experiment);
    if (!text.ends_with('\n'))
        text += '\n';
    console.data << text;
    return kDone;
}

} // namespace hareloom::cli
