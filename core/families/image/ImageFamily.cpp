// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/image/ImageFamily.h"

#include "core/base/Text.h"
#include "core/families/image/ImageEvaluator.h"
#include "core/families/image/ImageFields.h"
#include "core/families/image/ImageNetworks.h"
#include "core/families/image/ImageTeller.h"
#include "core/family/NetworkNeeds.h"
#include "core/family/NetworkSettings.h"
#include "core/family/Workload.h"
#include "core/metrics/Catalogue.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

constexpr std::array<std::string_view, 1> kUsualMetrics = {"latentStd"};
constexpr std::array<std::string_view, 3> kOwnMetrics = {"latentStd", "reconstructionNats", "vaeKlNats"};
constexpr double kWeightBytes = 4;
constexpr std::int64_t kDrawnImages = 64; // a snapshot's wall
constexpr std::int64_t kProbeImages = 1000;

std::unique_ptr<Generator> makeImages(const Experiment& experiment, const DataShape& shape)
{
    return makeImageGenerator(experiment.model.of<ImageSettings>(), experiment.model.of<NetworkSettings>(),
                              shape);
}

std::unique_ptr<FamilyEvaluator> makeEvaluator(const References& references)
{
    return std::make_unique<ImageEvaluator>(references);
}

Result<void> check(const Experiment& e)
{
    const auto& chances = e.policy.filter.classes;
    if (!chances.empty() && *std::max_element(chances.begin(), chances.end()) == 0)
        return invalidSetting("policy.filter.classes",
                              "the chance is 0 for every class. It must be above 0 for one or more.");
    return {};
}

Result<void> checkClasses(const Experiment& experiment, const ImageSet& images)
{
    const auto chances = experiment.policy.filter.classes.size();
    if (chances > 0 && static_cast<int>(chances) != images.classes())
        return invalidSetting(
            "policy.filter.classes",
            "the number of chances is " + std::to_string(chances) + ", and these images have " +
                (images.classes() == 0 ? std::string("no labels. Leave the list empty.")
                                       : std::to_string(images.classes()) + " classes. Give one for each."));
    for (const std::string& metric : experiment.evaluation.metrics)
        if (images.labels.empty() && findMetric(metric)->needs == MetricNeed::Labels)
            return invalidSetting("evaluation.metrics",
                                  inQuotes(metric) +
                                      " needs labels, and these images have none. Take it out.");
    return {};
}

/// What can only be told with the images at hand.
Result<void> prepare(Experiment& experiment, const Source& source)
{
    const ImageSet& images = *source.images();
    if (experiment.model.of<ImageSettings>().network == ImageNetwork::Convolutional &&
        (images.width % 4 != 0 || images.height % 4 != 0))
        return invalidSetting("model.network",
                              "\"convolutional\" needs sides that four divides, and these images "
                              "have " +
                                  std::to_string(images.width) + " x " + std::to_string(images.height) +
                                  " pixels. Choose \"dense\".");
    return checkClasses(experiment, images);
}

/// The rows are held as bytes in the source, and as the network needs them.
Result<NetworkNeeds> needs(const Experiment& experiment, const Source& source, std::int64_t rows,
                           const std::string& device)
{
    const auto networks = imageNetworks();
    if (!networks)
        return networks.error();
    const ImageSet& images = *source.images();
    const VaeArchitecture network =
        architectureOf(experiment.model.of<ImageSettings>(), images.width, images.height);
    NetworkNeeds found{
        (*networks)->memory(network, rows, experiment.model.of<NetworkSettings>().batch, device),
        kWeightBytes * static_cast<double>(parameterCount(network))};
    found.memory.machine += rows * images.imageBytes();
    return found;
}

double snapshotBytes(const Workload& work, double measured)
{
    return static_cast<double>(work.generations) *
           std::max(measured, static_cast<double>(kDrawnImages * work.source.dimension()));
}

/// What takes long beside the training is left out.
void shrink(Experiment& experiment)
{
    experiment.samples.size = kProbeImages;
    experiment.model.of<NetworkSettings>().epochs = 1;
    experiment.evaluation.metrics = {"latentStd"};
    experiment.stopWhen = {};
}

} // namespace

const Family kImageFamily = {
    .name = "image",
    .title = "Images",
    .summary = "A variational autoencoder that learns to draw small grey images.",
    .rowsWord = "images",
    .partsWord = "classes",
    .rows = RowKind::Images,
    .canBeNarrowed = true,
    .hasClasses = true,
    .isNetwork = true,
    .usualMetrics = kUsualMetrics,
    .ownMetrics = kOwnMetrics,
    .fields = imageFields,
    .make = makeImages,
    .snapshotKind = VaeSnapshot::kKind,
    .readSnapshot = readVaeSnapshot,
    .ready = checkImageNetworks,
    .check = check,
    .prepare = prepare,
    .parts = [](std::string_view, const Source& source) { return source.images()->classes(); },
    .evaluator = makeEvaluator,
    .teller = [](const ToldRunPtr& run) { return std::unique_ptr<FamilyTeller>(new ImageTeller(run)); },
    .outcome = imageOutcome,
    .needs = needs,
    .passes = [](const Experiment& e) { return static_cast<double>(e.model.of<NetworkSettings>().epochs); },
    .snapshotBytes = snapshotBytes,
    .shrink = shrink,
};

} // namespace hareloom
