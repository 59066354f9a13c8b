// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/Changes.h"

#include "core/recipe/Differences.h"
#include "ui/language/EngineWords.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

constexpr std::size_t kNamed = 2;

} // namespace

QStringList changeWords(const std::vector<const Experiment*>& experiments)
{
    const auto rows = differingSettings(experiments);
    QStringList all;
    for (std::size_t e = 0; e < experiments.size(); ++e) {
        QStringList words;
        for (const SettingRow& row : rows)
            if (words.size() < qsizetype(kNamed))
                words << engineWords(EngineList::Setting, row.field->label) + QLatin1Char(' ') +
                             QString::fromStdString(row.values[e]);
        all << words.join(QStringLiteral(", ")) + (rows.size() > kNamed ? QStringLiteral(" …") : QString());
    }
    return all;
}

QString changesAgainst(const Experiment& from, const Experiment& experiment)
{
    const QString words = changeWords({&from, &experiment}).value(1);
    const bool areOthers = differingPaths(from, experiment) == std::vector<std::string>{"variants"};
    return words.isEmpty() && areOthers ? QCoreApplication::translate("Changes", "other variants") : words;
}

} // namespace hareloom::ui
