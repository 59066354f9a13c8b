// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/Changes.h"

#include "core/recipe/Differences.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"

#include <QCoreApplication>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kNamed = 2;

/// Titles of its branches, as far as `from` has none of the name.
QStringList newBranches(const Experiment& from, const Experiment& experiment)
{
    QStringList titles;
    for (const Variant& variant : experiment.variants) {
        const bool isKnown = std::any_of(from.variants.begin(), from.variants.end(),
                                         [&](const Variant& other) { return other.title == variant.title; });
        if (!isKnown && !variant.events.empty())
            titles << QString::fromStdString(variant.title);
    }
    return titles;
}

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
                             engineValue(*row.field, row.values[e]);
        all << listed(words) + (rows.size() > kNamed ? QStringLiteral(" …") : QString());
    }
    return all;
}

QString changesAgainst(const Experiment& from, const Experiment& experiment)
{
    const QString words = changeWords({&from, &experiment}).value(1);
    if (!words.isEmpty() || differingPaths(from, experiment) != std::vector<std::string>{"variants"})
        return words;
    const QStringList added = newBranches(from, experiment);
    return added.isEmpty() ? QCoreApplication::translate("Changes", "other variants")
                           : listed(added.first(std::min(added.size(), qsizetype(kNamed)))) +
                                 (added.size() > qsizetype(kNamed) ? QStringLiteral(" …") : QString());
}

} // namespace hareloom::ui
