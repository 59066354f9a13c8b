// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Presets.h"

#include "core/base/EmbeddedText.h"
#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/recipe/ExperimentJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>

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

const PresetOrder& presetOrder()
{
    static const PresetOrder order = [] {
        const auto file = readJson(embeddedGallery().front().text);
        PresetOrder read;
        if (!file)
            return read; // a test reads it
        const auto ids = [](const nlohmann::json& list) { return list.get<std::vector<std::string>>(); };
        read.path = ids(file->at("path"));
        for (const auto& group : file->at("questions"))
            read.questions.push_back({group.at("question").get<std::string>(), ids(group.at("presets"))});
        read.compared = ids(file->at("compared"));
        return read;
    }();
    return order;
}

Result<Experiment> loadPreset(std::string_view id)
{
    std::vector<std::string> ids;
    for (const Preset& preset : presets()) {
        if (preset.id == id)
            return parseExperiment(preset.text, std::string(id));
        ids.emplace_back(preset.id);
    }
    std::stable_sort(ids.begin(), ids.end(), [id](const std::string& a, const std::string& b) {
        return editDistance(a, id) < editDistance(b, id);
    });
    ids.resize(std::min<std::size_t>(ids.size(), 3));
    return invalidInput("preset: there is no preset " + inQuotes(id) + "; the nearest are " + joined(ids) +
                        ". `hareloom-cli presets` prints them all.");
}

} // namespace hareloom
