// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/CuratedPredictions.h"

#include "core/chain/Curating.h"
#include "core/experiment/Curation.h"
#include "core/family/ChainSetup.h"
#include "core/metrics/Discrete.h"
#include "core/theory/CurationTheory.h"

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
        tastes.push_back({[&taste](double x) { return rewardsOf(taste, Matrix::Constant(1, 1, x), {})[0]; },
                          taste.share});
    return tastes;
}

Maybe ofBellCurve(const Loop& loop, const std::string& metric)
{
    const Policy& policy = loop.setup.experiment.policy;
    const double generations = static_cast<double>(loop.setup.experiment.generations);
    constexpr std::int64_t kGrid = 161;
    const bool isAsked = metric == "mean" || metric == "mean[0]" || metric == "variance";
    if (!isAsked || loop.dimension != 1 ||
        generations * curationSteps(kGrid, policy.curation->tastes.size()) > kMostPredictionSteps)
        return std::nullopt;
    const MeanCovariance& truth = loop.setup.sourceMoments;
    const auto course = curatedNormals({truth.mean[0], truth.covariance(0, 0)}, policy.lambda,
                                       policy.curation->bestOf, scalarTastes(*policy.curation),
                                       static_cast<int>(loop.setup.experiment.generations));
    Prediction prediction;
    for (const NormalMoments& moments : course)
        prediction.values.push_back(metric == "variance" ? moments.variance : moments.mean);
    return ifKnown(std::move(prediction));
}

Maybe ofStates(const Loop& loop, const std::string& metric)
{
    const auto truth = loop.setup.source->categorical();
    const Curation& curation = *loop.setup.experiment.policy.curation;
    const auto generations = static_cast<double>(loop.setup.experiment.generations);
    if (!truth || (metric != "heterozygosity" && metric != "entropyNats") ||
        generations * curationSteps(truth->states(), curation.tastes.size()) > kMostPredictionSteps)
        return std::nullopt;
    std::vector<CurationTaste> tastes;
    const Matrix states = Vector::LinSpaced(truth->states(), 0, static_cast<double>(truth->states() - 1));
    for (const Taste& taste : curation.tastes)
        tastes.push_back({rewardsOf(taste, states, {}), taste.share});
    Vector p = truth->probabilities;
    Prediction prediction;
    for (std::int64_t g = 0; g <= loop.setup.experiment.generations; ++g) {
        prediction.values.push_back(metric == "heterozygosity" ? heterozygosity(p) : entropyNats(p));
        p = curated(p, curation.bestOf, tastes);
    }
    return ifKnown(std::move(prediction));
}

} // namespace

std::optional<Prediction> predictCurated(const Loop& loop, const std::string& metric)
{
    if (!loop.replaces())
        return std::nullopt;
    if (loop.setup.family->isNormal)
        return ofBellCurve(loop, metric);
    return loop.setup.family->rows == RowKind::States ? ofStates(loop, metric) : std::nullopt;
}

} // namespace hareloom
