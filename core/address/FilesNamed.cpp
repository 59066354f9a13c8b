// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/FilesNamed.h"

#include "core/catalogue/Entry.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "core/text/PackagedTexts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace hareloom {

namespace {

void addNamed(std::set<std::string, std::less<>>& names, const Experiment& experiment)
{
    for (const ExperimentField& field : experimentFields())
        if (field.names != PathKind::Nothing && field.applies(experiment))
            names.insert(field.get(experiment).get<std::string>());
}

const std::set<std::string, std::less<>>& namesOfPresets()
{
    static const auto all = [] {
        std::set<std::string, std::less<>> names;
        for (const Preset& preset : presets())
            if (const auto experiment = loadPreset(preset.id))
                addNamed(names, *experiment);
        return names;
    }();
    return all;
}

} // namespace

bool comesWithTheProgram(std::string_view value)
{
    return value.empty() || findCatalogueEntry(value) || findPackagedText(value) ||
           namesOfPresets().contains(value);
}

std::string fileOf(const Experiment& experiment)
{
    std::set<std::string, std::less<>> names;
    const auto variants = expandVariants(experiment);
    for (const Experiment& variant : variants ? *variants : std::vector{experiment})
        addNamed(names, variant);
    const auto file = std::find_if_not(names.begin(), names.end(), comesWithTheProgram);
    return file == names.end() ? std::string() : *file;
}

} // namespace hareloom
