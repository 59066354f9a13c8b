// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalFamilies.h"

#include "core/base/Text.h"
#include "core/data/SourceKinds.h"
#include "core/families/normal/Gaussian.h"
#include "core/families/normal/GroupTeller.h"
#include "core/families/normal/Kde.h"
#include "core/families/normal/Mixture.h"
#include "core/families/normal/NormalFields.h"
#include "core/families/normal/NormalPredictions.h"
#include "core/family/ChainSetup.h"
#include "core/family/Workload.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

constexpr std::array<std::string_view, 2> kUsualMetrics = {"mean", "variance"};
constexpr std::array<std::string_view, 4> kMixtureMetrics = {"minorityShare", "survivingGroups", "groupVariance",
                                                             "emIterations"};

// Without an approximation error: more starts, and steps until the likelihood no longer moves.
constexpr std::int64_t kConvergedStarts = 10;
constexpr double kConvergedTolerance = 1e-12;
constexpr std::int64_t kConvergedIterations = 100'000;

template<class G, class Settings>
std::unique_ptr<Generator> make(const Experiment& experiment, const DataShape& shape)
{
    return std::make_unique<G>(experiment.model.of<Settings>(), shape.dimension);
}

std::unique_ptr<Generator> makeMixture(const Experiment& experiment, const DataShape& shape)
{
    return std::make_unique<Mixture>(experiment.model.of<MixtureSettings>(), shape.dimension, shape.realRows);
}

void applyErrorSwitches(Experiment& experiment, const Source& source)
{
    auto& settings = experiment.model.of<MixtureSettings>();
    if (!experiment.errors.expressive) {
        settings.components =
            std::max<std::int64_t>(settings.components, source.normalMixture()->components());
        settings.covariance = CovarianceShape::Full;
    }
    if (!experiment.errors.approximation) {
        settings.starts = std::max(settings.starts, kConvergedStarts);
        settings.tolerance = std::min(settings.tolerance, kConvergedTolerance);
        settings.maxIterations = std::max(settings.maxIterations, kConvergedIterations);
    }
}

std::int64_t components(const Experiment& e)
{
    return e.model.of<MixtureSettings>().components;
}

/// A floor, or what is added, that buries a variable.
std::vector<std::string> remarksOnRegularisation(const ChainSetup& setup)
{
    constexpr double kMuch = 0.01; // of a variable's variance
    const auto& settings = setup.experiment.model.of<MixtureSettings>();
    if (settings.regularisationKind == RegularisationKind::RelativeFloor)
        return {};
    std::vector<std::string> remarks;
    const std::vector<std::string> names = setup.source->variableNames();
    for (std::size_t j = 0; j < names.size(); ++j) {
        const double variance = setup.sourceMoments.covariance(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(j));
        if (settings.regularisation > kMuch * variance)
            remarks.push_back("model.regularisation: " + shortNumber(settings.regularisation) +
                              " is much beside the variance of " + printable(names[j]) + ", " + shortNumber(variance) +
                              ", so components are wider than the data. With model.regularisationKind "
                              "\"relativeFloor\" it is a share of that variance.");
    }
    return remarks;
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
    .weighsRows = true,
    .keepsSums = true,
    .usualMetrics = kUsualMetrics,
    .fields = gaussianFields,
    .make = make<Gaussian, GaussianSettings>,
    .snapshotKind = NormalMixtureSnapshot::kKind,
    .readSnapshot = readNormalMixtureSnapshot,
    .readNumbers = readNormalMixtureNumbers,
    .contains = [](const Experiment& e) { return kindOf(e.source).truth == Truth::Normal; },
    .predict = predictGaussian,
};

const Family kKdeFamily = {
    .name = "kde",
    .title = "KDE",
    .summary = "A kernel density estimate: a small bell over every row it was given.",
    .hasDensity = true,
    .isMixture = true,
    .refitsExactly = true,
    .mixesExactly = true,
    .canBeNarrowed = true,
    .weighsRows = true,
    .usualMetrics = kUsualMetrics,
    .fields = kdeFields,
    .make = make<Kde, KdeSettings>,
    .snapshotKind = NormalMixtureSnapshot::kKind,
    .readSnapshot = readNormalMixtureSnapshot,
    .readNumbers = readNormalMixtureNumbers,
    .predict = predictKde,
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
    .weighsRows = true,
    .usualMetrics = kUsualMetrics,
    .ownMetrics = kMixtureMetrics,
    .fields = mixtureFields,
    .make = makeMixture,
    .snapshotKind = NormalMixtureSnapshot::kKind,
    .readSnapshot = readNormalMixtureSnapshot,
    .readNumbers = readNormalMixtureNumbers,
    .leastRows = [](const Experiment& e) { return std::max<std::int64_t>(2, components(e)); },
    .contains = [](const Experiment& e) { return hasNormalTruth(e.source); },
    .applyErrorSwitches = applyErrorSwitches,
    .remarks = remarksOnRegularisation,
    .predict = predictMixture,
    .teller = [](const ToldRunPtr& run) { return std::unique_ptr<FamilyTeller>(new GroupTeller(run)); },
    .outcome = groupOutcome,
    .heldPerRow = // the row, and the share of each component in it
    [](const Experiment& e, int dimension) { return dimension + static_cast<double>(components(e)); },
};

} // namespace hareloom
