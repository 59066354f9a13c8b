// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/WorkFacts.h"

#include "core/experiment/Sweep.h"
#include "core/prediction/Formulas.h"
#include "core/recipe/Differences.h"
#include "core/recipe/NamedPolicies.h"
#include "core/recipe/Variants.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace hareloom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkFacts)
};

QString loopOf(const Experiment& experiment)
{
    const std::string_view id = policyName(experiment);
    for (const NamedPolicy& policy : namedPolicies())
        if (policy.id == id)
            return engineWords(EngineList::Setting, policy.title);
    return {};
}

QString knobOf(const Experiment& preset, const std::vector<Experiment>& variants)
{
    std::vector<const Experiment*> each;
    for (const Experiment& variant : variants)
        each.push_back(&variant);
    QStringList labels;
    for (const SettingRow& row : differingSettings(each))
        labels << engineSentence(settingLabel(*row.field));
    if (!preset.sweep)
        return listed(labels);
    for (const SweepAxis& axis : preset.sweep->grid) {
        const ExperimentField* field = axis.isSetting ? findField(axis.name) : nullptr;
        labels << (field ? engineSentence(settingLabel(*field)) : engineWords(EngineList::Preset, axis.name));
    }
    return listed(labels);
}

std::vector<Experiment> variantsOf(const Experiment& preset)
{
    auto variants = expandVariants(preset);
    return variants ? *std::move(variants) : std::vector{preset};
}

} // namespace

QString WorkFacts::words() const
{
    return inARow({loop.isEmpty() ? QString() : Words::tr("Loop: %1.").arg(loop),
                   knob.isEmpty() ? QString() : Words::tr("Varied: %1.").arg(knob)});
}

WorkFacts workFacts(const Experiment& preset)
{
    return {loopOf(preset), knobOf(preset, variantsOf(preset)), {}};
}

WorkFacts workFactsWithEquations(const Experiment& preset, std::size_t most, const StopToken& stop)
{
    WorkFacts facts = workFacts(preset);
    const auto isKnown = [&facts](const std::string& metric) {
        return std::any_of(facts.equations.begin(), facts.equations.end(),
                           [&](const WorkFacts::Equation& known) { return known.metric == metric; });
    };
    for (const Experiment& variant : variantsOf(preset))
        for (const std::string& metric : variant.evaluation.metrics) {
            if (stop.stopRequested() || facts.equations.size() == most)
                return facts;
            const auto formula = isKnown(metric) ? std::nullopt : formulaAt(variant, metric, 1);
            if (!formula)
                continue;
            const auto left = QString::fromUtf8(formula->left.data(), qsizetype(formula->left.size()));
            facts.equations.push_back(
                {metric, Words::tr("%1 = %2").arg(left, QString::fromStdString(symbolsOf(*formula)))});
        }
    return facts;
}

QString workName(const LiteratureRow& row)
{
    static const QRegularExpression kNumber(QStringLiteral(",? arXiv [0-9.]+"));
    return QString::fromStdString(row.work).remove(kNumber);
}

} // namespace hareloom::ui
