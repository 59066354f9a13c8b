// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/PresetList.h"

#include "core/catalogue/Entry.h"
#include "core/families/language/LanguageSettings.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Presets.h"

#include <QCoreApplication>

namespace hareloom::ui {

const std::vector<PresetEntry>& presetList()
{
    static const std::vector<PresetEntry> entries = [] {
        std::vector<PresetEntry> list;
        for (const Preset& preset : presets())
            if (const auto experiment = loadPreset(preset.id)) {
                const CatalogueEntry* base =
                    findCatalogueEntry(std::as_const(*experiment).model.of<LanguageSettings>().base);
                list.push_back({QString::fromUtf8(preset.id.data(), qsizetype(preset.id.size())),
                                QString::fromStdString(experiment->title),
                                QString::fromStdString(experiment->question),
                                QString::fromStdString(experiment->family),
                                base ? QString::fromStdString(base->title) : QString()});
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

QString familyTitle(const QString& family)
{
    if (family == QLatin1String("discrete"))
        return QCoreApplication::translate("Families", "Discrete");
    if (family == QLatin1String("gaussian"))
        return QCoreApplication::translate("Families", "Gaussian");
    if (family == QLatin1String("kde"))
        return QCoreApplication::translate("Families", "KDE");
    if (family == QLatin1String("image"))
        return QCoreApplication::translate("Families", "Images");
    if (family == QLatin1String("language"))
        return QCoreApplication::translate("Families", "Language");
    return QCoreApplication::translate("Families", "Mixture");
}

} // namespace hareloom::ui
