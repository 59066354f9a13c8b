// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/InteractionCurves.h"

#include "core/experiment/Interaction.h"
#include "core/family/ChainSetup.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

/// All models as if each were the one whose chain is set up: they share its source.
std::vector<ChainSetup> setupsOf(const Loop& loop)
{
    std::vector<ChainSetup> setups;
    for (const Experiment& model : *loop.setup.experiment.interaction->models) {
        setups.push_back(loop.setup);
        setups.back().experiment = model;
    }
    return setups;
}

bool isKnown(const ChainSetup& model, const ChainSetup& first)
{
    const Experiment& experiment = model.experiment;
    const Policy& policy = experiment.policy;
    return experiment.family == first.experiment.family && experiment.errors.statistical &&
           policy.pool == Pool::Latest && policy.subsample == 0 && policy.realShare == 0 &&
           policy.betaPrevious == 0 && policy.realWeight == 0 && !policy.filter.isActive() &&
           !policy.curation;
}

/// Generations of which the theory holds: those before any model's first event.
std::int64_t knownGenerations(const std::vector<ChainSetup>& models, std::int64_t generations)
{
    std::int64_t known = generations + 1;
    for (const ChainSetup& model : models)
        for (const SettingsChange& event : model.experiment.events)
            known = std::min(known, event.at);
    return known;
}

RowsFrom rowsFrom(const std::vector<ChainSetup>& models, const std::vector<std::vector<double>>& matrix,
                  int generation)
{
    RowsFrom rows;
    for (std::size_t i = 0; i < models.size(); ++i) {
        const RowShares shares = sharesOf(models[i], generation);
        rows.push_back(rowsFromEach(matrix[i], shares.pool));
        rows.back().push_back(shares.fresh);
    }
    return rows;
}

std::vector<std::size_t> groupOf(const Interaction& interaction)
{
    const std::vector<int> groups = groupsOf(interaction);
    std::vector<std::size_t> group;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i] == groups[static_cast<std::size_t>(interaction.model)])
            group.push_back(i);
    return group;
}

} // namespace

std::optional<InteractionCourse> interactionCourse(const Loop& loop, double variance,
                                                   const std::function<Divisor(const Experiment&)>& divisorOf)
{
    const auto interaction = loop.setup.experiment.interaction;
    const std::vector<ChainSetup> models = setupsOf(loop);
    const bool areKnown = std::all_of(models.begin(), models.end(), [&](const ChainSetup& model) {
        return isKnown(model, models.front());
    });
    const auto count = static_cast<double>(models.size());
    const std::int64_t generations = knownGenerations(models, loop.setup.experiment.generations);
    if (!areKnown || !interaction->isOfOneSource || loop.setup.source->rowCount() || generations < 1 ||
        std::pow(count, 3) * static_cast<double>(generations) > kMostPredictionSteps)
        return std::nullopt;
    InteractionCourse course{
        {variance, {}, {}, {}}, {}, static_cast<std::size_t>(interaction->model), groupOf(*interaction)};
    for (const ChainSetup& model : models) {
        course.loop.first.push_back(model.size(0));
        course.loop.divisors.push_back(divisorOf(model.experiment));
        course.loop.lambdas.push_back(model.experiment.policy.lambda);
    }
    for (std::int64_t g = 1; g < generations; ++g)
        course.rows.push_back(rowsFrom(models, interaction->matrix, static_cast<int>(g)));
    return course;
}

std::optional<InteractionCurves> interactionCurves(const Loop& loop, double variance,
                                                   const std::function<Divisor(const Experiment&)>& divisorOf)
{
    const auto course = interactionCourse(loop, variance, divisorOf);
    if (!course)
        return std::nullopt;
    const auto own = static_cast<Eigen::Index>(course->own);
    InteractionCurves curves;
    InteractionMoments now = firstMoments(course->loop);
    for (std::size_t g = 0; g <= course->rows.size(); ++g) {
        if (g > 0)
            now = nextMoments(course->loop, now, course->rows[g - 1]);
        curves.variance.push_back(now.variance[own]);
        curves.varianceOfMean.push_back(now.covariance(own, own));
        if (course->group.size() > 1)
            curves.between.push_back(expectedBetweenVariance(now, course->group));
    }
    return curves;
}

} // namespace hareloom
