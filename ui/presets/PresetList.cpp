// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/PresetList.h"

#include "core/catalogue/Entry.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Presets.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/ViewText.h"
#include "ui/session/Changes.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom::ui {

namespace {

/// The model that a preset wants from the catalogue; null: it wants none.
const CatalogueEntry* wantedFromCatalogue(const Experiment& experiment)
{
    for (const ExperimentField& field : experimentFields())
        if (field.names == PathKind::Folder && field.applies(experiment))
            return findCatalogueEntry(field.get(experiment).get<std::string>());
    return nullptr;
}

/// Every entry that a setting names.
std::vector<const CatalogueEntry*> neededEntries(const Experiment& experiment)
{
    std::vector<const CatalogueEntry*> needed;
    for (const ExperimentField& field : experimentFields()) {
        const nlohmann::json value = field.applies(experiment) ? field.get(experiment) : nlohmann::json();
        const CatalogueEntry* entry =
            value.is_string() ? findCatalogueEntry(value.get<std::string>()) : nullptr;
        if (entry && std::find(needed.begin(), needed.end(), entry) == needed.end())
            needed.push_back(entry);
    }
    return needed;
}

} // namespace

const std::vector<PresetEntry>& presetList()
{
    static const std::vector<PresetEntry> entries = [] {
        std::vector<PresetEntry> list;
        for (const Preset& preset : presets())
            if (const auto experiment = loadPreset(preset.id)) {
                const CatalogueEntry* base = wantedFromCatalogue(*experiment);
                list.push_back({fromView(preset.id), engineWords(EngineList::Preset, experiment->title),
                                engineWords(EngineList::Preset, experiment->question),
                                engineWords(EngineList::Preset, experiment->story),
                                QString::fromStdString(experiment->family),
                                base ? engineWords(EngineList::Catalogue, base->title) : QString(),
                                neededEntries(*experiment)});
            }
        return list;
    }();
    return entries;
}

QString usualPreset(const QString& family)
{
    QString first;
    for (const PresetEntry& preset : presetList()) {
        if (preset.family != family)
            continue;
        if (preset.id.endsWith(QLatin1String("-quick")))
            return preset.id;
        if (first.isEmpty())
            first = preset.id;
    }
    return first;
}

bool isPresetRun(const QString& id, const Experiment& experiment)
{
    if (id.isEmpty())
        return false;
    auto preset = loadPreset(id.toStdString());
    if (!preset || preset->title != experiment.title)
        return false;
    preset->seed = experiment.seed;
    preset->question = experiment.question;
    preset->story = experiment.story;
    return toText(*preset) == toText(experiment);
}

QString presetOf(const Experiment& experiment)
{
    for (const PresetEntry& entry : presetList())
        if (isPresetRun(entry.id, experiment))
            return entry.id;
    return {};
}

QString changesToPreset(const Experiment& experiment)
{
    for (const PresetEntry& entry : presetList())
        if (const auto preset = loadPreset(entry.id.toStdString());
            preset && preset->title == experiment.title)
            return changesAgainst(*preset, experiment);
    return {};
}

bool opensCompared(const QString& id)
{
    const auto& compared = presetOrder().compared;
    return std::find(compared.begin(), compared.end(), id.toStdString()) != compared.end();
}

} // namespace hareloom::ui
