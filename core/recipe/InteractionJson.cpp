// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/InteractionJson.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/experiment/FieldBuilders.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Families.h"
#include "core/recipe/Stretches.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom {
namespace {

using json = nlohmann::json;
using fields::refusal;

constexpr const char* kMatrix = "interaction.matrix";
constexpr double kRounding = 1e-9; // of a sum of shares that are written in decimals

std::string rowName(std::size_t row)
{
    return std::string(kMatrix) + "[" + std::to_string(row) + "]";
}

Result<std::vector<double>> readRow(const json& row, std::size_t number, std::size_t models)
{
    const std::string place = rowName(number);
    if (!row.is_array() || row.size() != models)
        return refusal(place, row,
                       "be a list of " + std::to_string(models) + " shares, because the matrix has " +
                           std::to_string(models) + " rows");
    std::vector<double> shares;
    for (std::size_t j = 0; j < row.size(); ++j) {
        const double share = row[j].is_number() ? row[j].get<double>() : -1;
        if (!(share >= 0 && share <= 1))
            return refusal(place + "[" + std::to_string(j) + "]", row[j], lieBetween(0, 1));
        shares.push_back(share);
    }
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    if (std::abs(sum - 1) > kRounding)
        return invalidSetting(place, "the shares add up to " + shortNumber(std::round(sum * 1e9) / 1e9) +
                                         ". They must add up to 1.");
    return shares;
}

/// What keeps one model from being one of several, or empty.
std::string obstacleIn(const Experiment& model, const Experiment& first)
{
    const Family& family = *findFamily(model.family);
    if (!mayLearnFromOthers(family))
        return "its family is " + model.family +
               ". Only models of numbers or of states can learn from each other.";
    if (family.rows != findFamily(first.family)->rows)
        return "its rows are of another kind than those of the first model. All must be numbers, or all "
               "states.";
    if (model.policy.pool == Pool::First)
        return "policy.pool is \"first\", so nothing is handed on from model to model. It must be \"latest\" "
               "or "
               "\"all\".";
    if (!model.errors.statistical && !family.mixesExactly)
        return "errors.statistical is false, and this family has no closed form for several models "
               "together. It must be true.";
    if (model.stopWhen.metric == "betweenVariance")
        return "stopWhen.metric is \"betweenVariance\", which is known only when all models of a "
               "generation are there. Choose a metric of one model.";
    return {};
}

bool haveOneSource(const std::vector<Experiment>& models)
{
    const auto fields = experimentFields();
    return std::all_of(fields.begin(), fields.end(), [&models](const ExperimentField& field) {
        return !field.path.starts_with("source.") ||
               std::all_of(models.begin(), models.end(), [&](const Experiment& model) {
                   return field.get(model) == field.get(models.front());
               });
    });
}

} // namespace

Result<Interaction> readInteraction(const json& value)
{
    if (!value.is_object() || value.size() != 1 || !value.contains("matrix"))
        return refusal("interaction", value,
                       "be an object with \"matrix\": a list of rows, one for each variant");
    const json& rows = value["matrix"];
    if (!rows.is_array() || rows.size() < 2)
        return refusal(kMatrix, rows, "be a list of two rows or more, one for each variant");
    Interaction interaction;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto row = readRow(rows[i], i, rows.size());
        if (!row)
            return row.error();
        interaction.matrix.push_back(*std::move(row));
    }
    return interaction;
}

nlohmann::ordered_json interactionJson(const Interaction& interaction)
{
    return {{"matrix", interaction.matrix}};
}

bool mayLearnFromOthers(const Family& family)
{
    return !family.isNetwork && !family.takesPrompts;
}

Result<void> checkInteraction(const Experiment& whole, const std::vector<Experiment>& models)
{
    const std::size_t rows = whole.interaction->matrix.size();
    if (rows != models.size() || whole.variants.empty())
        return invalidSetting(kMatrix, "it has " + std::to_string(rows) + " rows, and the experiment has " +
                                           std::to_string(whole.variants.size()) +
                                           " variants. Each variant is a model and needs its row.");
    if (whole.sweep)
        return invalidSetting("interaction",
                              "an experiment with a sweep cannot have it, because a sweep runs every variant "
                              "by itself. Remove one of the two.");
    for (std::size_t i = 0; i < models.size(); ++i)
        for (const Stretch& stretch : stretchesOf(models[i]))
            if (const std::string obstacle = obstacleIn(stretch.experiment, models.front());
                !obstacle.empty())
                return invalidSetting("interaction", "variant " + std::to_string(i + 1) + " (" +
                                                         models[i].title +
                                                         ") cannot be one of its models: " + obstacle);
    return {};
}

void joinModels(const Experiment& whole, std::vector<Experiment>& models)
{
    for (Experiment& model : models)
        model.interaction = nullptr;
    for (std::size_t i = 0; i < models.size(); ++i)
        models[i].seed = whole.seed + i;
    const bool isOfOneSource = haveOneSource(models);
    const auto all = std::make_shared<const std::vector<Experiment>>(models);
    for (std::size_t i = 0; i < models.size(); ++i)
        models[i].interaction = std::make_shared<const Interaction>(
            Interaction{whole.interaction->matrix, static_cast<int>(i), all, isOfOneSource});
}

} // namespace hareloom
