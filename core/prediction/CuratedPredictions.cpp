// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/CuratedPredictions.h"

#include "core/experiment/Curation.h"
#include "core/family/ChainSetup.h"
#include "core/metrics/Discrete.h"
#include "core/training/Curating.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using Maybe = std::optional<Prediction>;

Maybe ifKnown(Prediction prediction)
{
    const auto isFinite = [](double value) { return std::isfinite(value); };
    if (!std::all_of(prediction.values.begin(), prediction.values.end(), isFinite))
        return std::nullopt;
    return prediction;
}

std::vector<ScalarTaste> scalarTastes(const Curation& curation)
{
    std::vector<ScalarTaste> tastes;
    for (const Taste& taste : curation.tastes)
        tastes.push_back(
            {[&taste](double x) { return rewardsOf(taste, Matrix::Constant(1, 1, x), {})[0]; }, taste.share});
    return tastes;
}

Maybe ofBellCurve(const Loop& loop, const std::string& metric)
{
    if (metric != "mean" && metric != "mean[0]" && metric != "variance")
        return std::nullopt;
    const std::vector<NormalMoments> course = curatedBellCurves(loop);
    if (course.empty())
        return std::nullopt;
    Prediction prediction;
    for (const NormalMoments& moments : course)
        prediction.values.push_back(metric == "variance" ? moments.variance : moments.mean);
    return ifKnown(std::move(prediction));
}

Maybe ofStates(const Loop& loop, const std::string& metric)
{
    if (metric != "heterozygosity" && metric != "entropyNats")
        return std::nullopt;
    const std::vector<Vector> course = curatedStates(loop);
    if (course.empty())
        return std::nullopt;
    Prediction prediction;
    for (const Vector& p : course)
        prediction.values.push_back(metric == "heterozygosity" ? heterozygosity(p) : entropyNats(p));
    return ifKnown(std::move(prediction));
}

bool isQuick(const Loop& loop, std::int64_t points)
{
    return static_cast<double>(loop.setup.experiment.generations) *
               curationSteps(points, loop.setup.experiment.policy.curation->tastes.size()) <=
           kMostPredictionSteps;
}

} // namespace

bool isCurated(const Experiment& experiment)
{
    return isCurated(experiment.policy.curation);
}

std::vector<NormalMoments> curatedBellCurves(const Loop& loop)
{
    constexpr std::int64_t kGrid = 161;
    if (!loop.replaces() || !loop.setup.family->isNormal || loop.dimension != 1 || !isQuick(loop, kGrid) ||
        hasPicks(*loop.setup.experiment.policy.curation))
        return {};
    const Policy& policy = loop.setup.experiment.policy;
    const MeanCovariance& truth = loop.setup.sourceMoments;
    return curatedNormals({truth.mean[0], truth.covariance(0, 0)}, policy.lambda, policy.curation->bestOf,
                          scalarTastes(*policy.curation),
                          static_cast<int>(loop.setup.experiment.generations));
}

std::vector<Vector> curatedStates(const Loop& loop)
{
    const auto truth = loop.setup.source->categorical();
    if (!loop.replaces() || loop.setup.family->rows != RowKind::States || !truth ||
        !isQuick(loop, truth->states()) || hasPicks(*loop.setup.experiment.policy.curation))
        return {};
    const Curation& curation = *loop.setup.experiment.policy.curation;
    std::vector<CurationTaste> tastes;
    const Matrix states = Vector::LinSpaced(truth->states(), 0, static_cast<double>(truth->states() - 1));
    for (const Taste& taste : curation.tastes)
        tastes.push_back({rewardsOf(taste, states, {}), taste.share});
    std::vector<Vector> course = {truth->probabilities};
    for (std::int64_t g = 1; g <= loop.setup.experiment.generations; ++g)
        course.push_back(curated(course.back(), curation.bestOf, tastes));
    return course;
}

std::optional<Prediction> predictCurated(const Loop& loop, const std::string& metric)
{
    return loop.setup.family->isNormal ? ofBellCurve(loop, metric) : ofStates(loop, metric);
}

} // namespace hareloom
