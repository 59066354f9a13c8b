// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepWords.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/recipe/ExperimentFields.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QStringList>

namespace hareloom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SweepWords)
};

/// The setting that a path of a sweep's file ends in: "sweep.grid.policy.realShare".
const ExperimentField* settingIn(const std::string& path)
{
    constexpr std::string_view kGrid = "sweep.grid.";
    return findField(path.starts_with(kGrid) ? path.substr(kGrid.size()) : path);
}

/// Of a column of the plan, which may be an axis of the file's own.
QString valueWords(const std::string& column, const std::string& cell)
{
    const ExperimentField* field = findField(column);
    return field ? engineValue(*field, cell) : engineWords(EngineList::Preset, cell);
}

} // namespace

QString settingName(const std::string& path)
{
    const ExperimentField* field = findField(path);
    return field ? engineWords(EngineList::Setting, field->label) : QString::fromStdString(path);
}

QString pointName(const SweepPlan& plan, std::int64_t point)
{
    const auto cells = plan.cells(point);
    QStringList parts;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty())
            parts << Words::tr("%1 %2").arg(settingName(plan.columns()[i]),
                                            valueWords(plan.columns()[i], cells[i]));
    return listed(parts);
}

QString ownPointName(const Experiment& experiment)
{
    QStringList parts;
    for (const SweepAxis& axis : experiment.sweep->grid)
        if (const ExperimentField* field = axis.isSetting ? findField(axis.name) : nullptr) {
            const nlohmann::json value = field->get(experiment);
            const std::string words = value.is_number_float() ? shortNumber(value.get<double>())
                                      : value.is_string()     ? value.get<std::string>()
                                                              : value.dump();
            parts << Words::tr("%1 %2").arg(engineWords(EngineList::Setting, field->label),
                                            engineValue(*field, words));
        }
    return listed(parts);
}

QString refusalOf(const Error& error)
{
    const ExperimentField* field = settingIn(error.path);
    return engineSentence(field ? saidOf(error, field->label) : error.message);
}

QString problemsOf(const SweepPlan& plan)
{
    const auto& problems = plan.problems();
    if (problems.empty())
        return {};
    const QString first =
        Words::tr("%1: %2").arg(pointName(plan, problems.front().point), refusalOf(problems.front().error));
    return problems.size() == 1 ? Words::tr("One of %1 points cannot run. %2").arg(plan.points()).arg(first)
                                : Words::tr("%1 of %2 points cannot run. The first is %3")
                                      .arg(problems.size())
                                      .arg(plan.points())
                                      .arg(first);
}

} // namespace hareloom::ui
