// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Presets.h"

#include "core/base/EmbeddedText.h"
#include "core/base/Text.h"
#include "core/recipe/ExperimentJson.h"

namespace hareloom {

std::span<const Preset> presets()
{
    static const std::vector<Preset> all = [] {
        std::vector<Preset> list;
        for (const auto& [id, text] : embeddedPresets())
            list.push_back({id, text});
        return list;
    }();
    return all;
}

Result<Experiment> loadPreset(std::string_view id)
{
    std::vector<std::string> ids;
    for (const Preset& preset : presets()) {
        if (preset.id == id)
            return parseExperiment(preset.text, std::string(id));
        ids.emplace_back(preset.id);
    }
    return invalidInput("preset: there is no preset " + inQuotes(id) + ". The presets are " + joined(ids) +
                        ".");
}

} // namespace hareloom
