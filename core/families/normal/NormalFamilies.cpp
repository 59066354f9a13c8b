// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalFamilies.h"

#include "core/data/SourceKinds.h"
#include "core/families/normal/Gaussian.h"
#include "core/families/normal/Kde.h"
#include "core/families/normal/Mixture.h"
#include "core/families/normal/NormalPredictions.h"
#include "core/family/Workload.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

constexpr std::array<std::string_view, 2> kUsualMetrics = {"mean", "variance"};
constexpr std::array<std::string_view, 2> kMixtureMetrics = {"minorityShare", "emIterations"};

// Without an approximation error: more starts, and steps until the likelihood no longer moves.
constexpr std::int64_t kConvergedStarts = 10;
constexpr double kConvergedTolerance = 1e-12;
constexpr std::int64_t kConvergedIterations = 100'000;

template<class G>
std::unique_ptr<Generator> make(const Experiment& experiment, const DataShape& shape)
{
    return std::make_unique<G>(experiment.model, shape);
}

void applyErrorSwitches(Experiment& experiment, const Source& source)
{
    ModelConfig& model = experiment.model;
    if (!experiment.errors.expressive) {
        model.components = std::max<std::int64_t>(model.components, source.normalMixture()->components());
        model.covariance = "full";
    }
    if (!experiment.errors.approximation) {
        model.starts = std::max(model.starts, kConvergedStarts);
        model.tolerance = std::min(model.tolerance, kConvergedTolerance);
        model.maxIterations = std::max(model.maxIterations, kConvergedIterations);
    }
}

} // namespace

const Family kGaussianFamily = {
    .name = "gaussian",
    .title = "Gaussian",
    .summary = "One bell curve, in one variable or many: mean and covariance.",
    .hasDensity = true,
    .hasLikelihood = true,
    .isMixture = true,
    .isNormal = true,
    .refitsExactly = true,
    .mixesExactly = true,
    .canBeNarrowed = true,
    .usualMetrics = kUsualMetrics,
    .make = make<Gaussian>,
    .snapshotKind = NormalMixtureSnapshot::kKind,
    .readSnapshot = readNormalMixtureSnapshot,
    .contains = [](const Experiment& e) { return e.source.kind == "normal"; },
    .predict = normal::predictGaussian,
};

const Family kKdeFamily = {
    .name = "kde",
    .title = "Kernel density",
    .summary = "A small bell over every row it was given.",
    .hasDensity = true,
    .isMixture = true,
    .refitsExactly = true,
    .mixesExactly = true,
    .canBeNarrowed = true,
    .usualMetrics = kUsualMetrics,
    .make = make<Kde>,
    .snapshotKind = NormalMixtureSnapshot::kKind,
    .readSnapshot = readNormalMixtureSnapshot,
    .predict = normal::predictKde,
    .heldPerRow = [](const Experiment&, int dimension) { return static_cast<double>(dimension); },
    .snapshotBytes = // its kernels' places, which are its rows
    [](const Workload& work, double) { return work.rows * work.source.dimension() * sizeof(double); },
};

const Family kMixtureFamily = {
    .name = "mixture",
    .title = "Mixture",
    .summary = "Several bell curves, fitted by expectation-maximisation.",
    .hasDensity = true,
    .hasLikelihood = true,
    .isMixture = true,
    .refitsExactly = true,
    .canBeNarrowed = true,
    .usualMetrics = kUsualMetrics,
    .ownMetrics = kMixtureMetrics,
    .make = make<Mixture>,
    .snapshotKind = NormalMixtureSnapshot::kKind,
    .readSnapshot = readNormalMixtureSnapshot,
    .leastRows = [](const Experiment& e) { return std::max<std::int64_t>(2, e.model.components); },
    .contains = [](const Experiment& e) { return hasNormalTruth(e.source); },
    .applyErrorSwitches = applyErrorSwitches,
    .predict = normal::predictMixture,
    .heldPerRow = // the row, and the share of each component in it
    [](const Experiment& e, int dimension) { return dimension + static_cast<double>(e.model.components); },
};

} // namespace hareloom
