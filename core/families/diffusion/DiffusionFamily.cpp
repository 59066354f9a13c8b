// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/diffusion/DiffusionFamily.h"

#include "core/base/Text.h"
#include "core/families/diffusion/DiffusionEvaluator.h"
#include "core/families/diffusion/DiffusionFields.h"
#include "core/families/diffusion/DiffusionNetworks.h"
#include "core/families/diffusion/DiffusionSnapshot.h"
#include "core/families/diffusion/DiffusionTeller.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

constexpr std::array<std::string_view, 2> kUsualMetrics = {"variance", "copiedShare"};
constexpr std::array<std::string_view, 5> kOwnMetrics = {
    "copiedShare", "noveltyDistance", "trainingEntropyNats", "survivingModes", "modeShare"};
constexpr std::int64_t kProbeUpdates = 20;
constexpr std::int64_t kRowsOfStep = 256;
constexpr std::int64_t kUsualRows = 1000; // where a table is taken as it is

std::unique_ptr<Generator> makeDiffusion(const Experiment& experiment, const DataShape& shape)
{
    const auto& settings = experiment.model.of<DiffusionSettings>();
    return makeDiffusionGenerator(architectureOf(settings, shape), settings.updates);
}

/// Modes are known of some sources only.
Result<void> prepare(Experiment& experiment, const Source& source)
{
    const auto& metrics = experiment.evaluation.metrics;
    const auto asked = std::find_if(metrics.begin(), metrics.end(), [](const std::string& metric) {
        return metric == "survivingModes" || metric.starts_with("modeShare");
    });
    if (asked == metrics.end() || DiffusionModes::of(source))
        return {};
    return invalidSetting("evaluation.metrics",
                          inQuotes(*asked) +
                              " needs a source whose modes are known: a mixture of normals, or "
                              "images with classes. Take it out.");
}

/// A training takes as many steps for few rows as for many.
double passes(const Experiment& experiment)
{
    const std::int64_t size = experiment.samples.size > 0 ? experiment.samples.size : kUsualRows;
    return static_cast<double>(experiment.model.of<DiffusionSettings>().updates * kRowsOfStep) /
           static_cast<double>(size);
}

} // namespace

const Family kDiffusionFamily = {
    .name = "diffusion",
    .title = "Diffusion",
    .summary =
        "A small network that makes rows from noise, step by step: of points, or of images of 8 x 8 pixels.",
    .partsWord = "modes",
    .rows = RowKind::Numbers,
    .canBeNarrowed = true,
    .usualMetrics = kUsualMetrics,
    .ownMetrics = kOwnMetrics,
    .fields = diffusionFields,
    .make = makeDiffusion,
    .snapshotKind = DiffusionSnapshot::kKind,
    .readSnapshot = readDiffusionSnapshot,
    .ready = checkDiffusionNetworks,
    .prepare = prepare,
    .parts =
        [](std::string_view metric, const Source& source) {
            const auto modes = metric == "modeShare" ? DiffusionModes::of(source) : nullptr;
            return modes ? modes->count() : source.dimension();
        },
    .evaluator =
        [](const References& references) {
            return std::unique_ptr<FamilyEvaluator>(new DiffusionEvaluator(references));
        },
    .teller = [](const ToldRunPtr& run) { return std::unique_ptr<FamilyTeller>(new DiffusionTeller(run)); },
    .outcome = diffusionOutcome,
    .heldPerRow = [](const Experiment&, int dimension) { return 1.5 * static_cast<double>(dimension); },
    .passes = passes,
    .shrink =
        [](Experiment& experiment) { experiment.model.of<DiffusionSettings>().updates = kProbeUpdates; },
};

} // namespace hareloom
