// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mechanism/Candidates.h"

#include "core/chain/TrainingSetOf.h"
#include "core/data/ReadRows.h"
#include "core/experiment/Curation.h"
#include "core/recipe/CurationFields.h"
#include "core/recipe/Families.h"
#include "core/recipe/NamedPolicies.h"
#include "core/recipe/Stretches.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace hareloom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Candidates)
};

Result<void> checkLoop(const Experiment& variant)
{
    const bool isText = findFamily(variant.family)->rows == RowKind::Text;
    if (isText || !canBeCurated(*findFamily(variant.family)))
        return invalidInput(
            Words::tr("Rows of this family cannot be chosen by hand: only numbers, states and images can.")
                .toStdString());
    if (variant.interaction || policyName(variant) != "replace")
        return invalidInput(
            Words::tr("Rows are chosen by hand where each generation learns from the rows of the one before "
                      "alone. Set the loop of the recipe to Replace.")
                .toStdString());
    return {};
}

/// As if everybody had picked candidate j.
Result<Matrix> rowsPicked(const Experiment& variant, int replicate, std::span<const GenerationPtr> before,
                          const Candidates& wanted, int j, const StopToken& stop)
{
    Experiment picked = variant;
    picked.events.push_back(changeOf(wanted, std::vector<int>(static_cast<std::size_t>(wanted.groups), j)));
    Generation next;
    next.chain = before.back()->chain;
    next.index = static_cast<int>(wanted.at);
    next.syntheticRows = wanted.groups;
    auto set = trainingSetOf(picked, replicate, next, before, stop);
    if (!set)
        return set.error();
    return copyRows(*set->rows, stop);
}

} // namespace

Result<Candidates> candidatesOf(const Experiment& variant, int replicate,
                                std::span<const GenerationPtr> before, Candidates wanted,
                                const StopToken& stop)
{
    wanted.at = before.back()->index + 1;
    if (auto checked = checkLoop(experimentAt(variant, before.back()->index)); !checked)
        return checked.error();
    if (wanted.at > variant.generations)
        return invalidInput(
            Words::tr(
                "This is the last generation, and none follows it. Ask for more generations in the recipe.")
                .toStdString());
    for (int j = 0; j < wanted.each; ++j) {
        const auto rows = rowsPicked(variant, replicate, before, wanted, j, stop);
        if (!rows)
            return rows.error();
        wanted.rows.resize(static_cast<Eigen::Index>(wanted.groups) * wanted.each, rows->cols());
        for (int r = 0; r < wanted.groups; ++r)
            wanted.rows.row(static_cast<Eigen::Index>(r) * wanted.each + j) = rows->row(r);
    }
    return wanted;
}

SettingsChange changeOf(const Candidates& candidates, const std::vector<int>& picks)
{
    Taste taste;
    taste.reward = Reward::Picks;
    taste.picks = picks;
    return {candidates.at,
            {{"samples.schedule", "\"constant\""},
             {"samples.size", std::to_string(candidates.groups)},
             {"policy.curation.bestOf", std::to_string(candidates.each)},
             {"policy.curation.tastes", nlohmann::json::array({tasteJson(taste)}).dump()}}};
}

} // namespace hareloom::ui
