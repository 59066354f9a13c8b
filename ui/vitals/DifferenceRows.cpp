// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/DifferenceRows.h"

#include "core/experiment/Curation.h"
#include "core/experiment/Interaction.h"
#include "core/recipe/Differences.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/plot/Ticks.h"

#include <QCoreApplication>

#include <algorithm>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// "90% itself, 10% Second of the pair"; empty for a model that no other writes for.
QString readWords(const Experiment& model)
{
    const auto& interaction = model.interaction;
    if (!interaction || !interaction->isOfOneModel())
        return {};
    const auto own = static_cast<std::size_t>(interaction->model);
    QStringList parts;
    for (std::size_t j = 0; j < interaction->matrix[own].size(); ++j)
        if (const double share = interaction->matrix[own][j]; share > 0)
            parts << tr("%1% %2")
                         .arg(100 * share)
                         .arg(j == own ? tr("itself")
                                       : engineWords(EngineList::Preset, (*interaction->models)[j].title));
    return phrases(parts);
}

/// "near 3", "bread, cheese; fig, grape": what each taste likes; a list of objects would say less in a narrow
/// cell.
QString tasteWords(const Experiment& experiment)
{
    const auto& names = experiment.source.names;
    QStringList tastes;
    for (const Taste& taste : experiment.policy.curation->tastes) {
        QStringList liked;
        for (const double x : taste.point)
            liked << numberText(x);
        for (const int one : taste.classes)
            liked << (one < std::ssize(names)
                          ? engineWords(EngineList::State, names[static_cast<std::size_t>(one)])
                          : tr("class %1").arg(one));
        for (const std::string& word : taste.words)
            liked << QString::fromStdString(word);
        const QString all = listed(liked);
        tastes << (taste.reward == Reward::Near        ? tr("near %1").arg(all)
                   : taste.reward == Reward::Direction ? tr("far along %1").arg(all)
                   : taste.reward == Reward::Picks     ? tr("chosen by hand")
                                                       : all);
    }
    return clauses(tastes);
}

QString valueOf(const SettingRow& row, std::size_t which, const Experiment& experiment)
{
    const bool isTaste = row.field->path == "policy.curation.tastes" && row.values[which] != "–";
    return isTaste ? tasteWords(experiment) : engineValue(*row.field, row.values[which]);
}

} // namespace

std::vector<DifferenceRow> differenceRows(const std::vector<const Experiment*>& experiments)
{
    std::vector<DifferenceRow> rows;
    DifferenceRow readings{
        tr("Learns from"), tr("Which models wrote the rows that this one learns from"), {}};
    for (const Experiment* experiment : experiments)
        readings.values << readWords(*experiment);
    if (std::any_of(readings.values.begin(), readings.values.end(),
                    [](const QString& words) { return !words.isEmpty(); }))
        rows.push_back(std::move(readings));
    for (const SettingRow& setting : differingSettings(experiments)) {
        DifferenceRow row{engineSentence(settingLabel(*setting.field)),
                          tr("%1: %2").arg(QString::fromStdString(setting.field->path),
                                           engineWords(EngineList::Setting, setting.field->help)),
                          {}};
        for (std::size_t i = 0; i < experiments.size(); ++i)
            row.values << valueOf(setting, i, *experiments[i]);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace hareloom::ui
