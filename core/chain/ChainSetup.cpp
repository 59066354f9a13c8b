// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/ChainSetup.h"
#include "core/chain/OpenSource.h"

#include "core/families/language/LanguageCheckpoint.h"
#include "core/metrics/Catalogue.h"
#include "core/text/TextSet.h"

#include <algorithm>
#include <cstdlib>

namespace hareloom {
namespace {

// Without an approximation error: more starts, and steps until the likelihood no longer moves.
constexpr std::int64_t kConvergedStarts = 10;
constexpr double kConvergedTolerance = 1e-12;
constexpr std::int64_t kConvergedIterations = 100'000;

void applyErrorSwitches(Experiment& experiment, const Source& source)
{
    ModelConfig& model = experiment.model;
    if (!experiment.errors.expressive && experiment.family == "mixture") {
        model.components = std::max<std::int64_t>(model.components, source.normalMixture()->components());
        model.covariance = "full";
    }
    if (!experiment.errors.approximation) {
        model.starts = std::max(model.starts, kConvergedStarts);
        model.tolerance = std::min(model.tolerance, kConvergedTolerance);
        model.maxIterations = std::max(model.maxIterations, kConvergedIterations);
    }
}

Result<void> checkTable(const Experiment& experiment, const Source& source)
{
    const auto rows = source.rowCount();
    if (!rows)
        return {};
    const std::int64_t least =
        experiment.family == "mixture" ? std::max<std::int64_t>(2, experiment.model.components) : 2;
    if (*rows - experiment.evaluation.heldOut < least)
        return invalidInput("source: found " + std::to_string(*rows) +
                            " rows, of which evaluation.heldOut sets " +
                            std::to_string(experiment.evaluation.heldOut) + " aside, allowed: at least " +
                            std::to_string(least) + " rows left to fit on");
    return {};
}

/// What can only be told with the images at hand.
Result<void> checkImages(const Experiment& experiment, const Source& source)
{
    const ImageSetPtr images = source.images();
    if (!images)
        return {};
    if (experiment.model.network == "convolutional" && (images->width % 4 != 0 || images->height % 4 != 0))
        return invalidInput("model.network: found \"convolutional\" for images of " +
                            std::to_string(images->width) + " x " + std::to_string(images->height) +
                            " pixels, allowed: sides that four divides, or \"dense\"");
    const std::size_t chances = experiment.policy.filter.classes.size();
    if (chances > 0 && std::ssize(experiment.policy.filter.classes) != images->classes())
        return invalidInput(
            "policy.filter.classes: found " + std::to_string(chances) + " chances, allowed: " +
            (images->classes() == 0
                 ? std::string("none, because these images have no labels")
                 : std::to_string(images->classes()) + ", one for each class of these images"));
    for (const std::string& metric : experiment.evaluation.metrics)
        if (images->labels.empty() && findMetric(metric)->needs == "labels")
            return invalidInput("evaluation.metrics: found \"" + metric +
                                "\", allowed: metrics that need no labels, because these images have none");
    return {};
}

/// What can only be told with the text at hand, and the folder of its base model.
Result<void> checkText(const Experiment& experiment, const Source& source)
{
    const TextSetPtr text = source.text();
    if (!text)
        return {};
    const auto base = readLanguageArchitecture(experiment.model.base);
    if (!base)
        return base.error();
    if (2 * text->training->length > base->positions)
        return invalidInput("source.blockTokens: found " + std::to_string(text->training->length) +
                            ", allowed: at most " + std::to_string(base->positions / 2) +
                            " with this base model, whose texts end after " +
                            std::to_string(base->positions) + " tokens: a block is written after a block");
    for (const std::string& prompt : experiment.evaluation.prompts)
        if (prompt.starts_with('@') && text->paragraphWith(prompt.substr(1)).empty())
            return invalidInput("evaluation.prompts: found \"" + prompt +
                                "\", allowed: text to go on from, or @ and a phrase that stands in the "
                                "training part of the corpus");
    return {};
}

int partsOfText(const std::string& metric, const TextSet& text)
{
    constexpr int kFrequencyClasses = 8; // a corpus has fewer than 10^8 tokens of one kind
    return metric.starts_with("topicShare") ? static_cast<int>(text.kindNames.size()) + 1 : kFrequencyClasses;
}

Result<void> checkVariables(const Experiment& experiment, const Source& source)
{
    for (const std::string& metric : experiment.evaluation.metrics) {
        const std::size_t bracket = metric.find('[');
        const int count = source.images() ? source.images()->classes()
                          : source.text() ? partsOfText(metric, *source.text())
                                          : source.dimension();
        const char* parts = source.images() ? "classes" : source.text() ? "parts" : "variables";
        if (bracket != std::string::npos && std::atoll(metric.c_str() + bracket + 1) >= count)
            return invalidInput("evaluation.metrics: found \"" + metric + "\", allowed: " + parts + " 0 to " +
                                std::to_string(count - 1) + ", as the source has them");
    }
    return {};
}

} // namespace

Result<ChainSetupPtr> prepareChains(Experiment experiment)
{
    auto setup = std::make_shared<ChainSetup>();
    setup->family = findFamily(experiment.family);
    if (setup->family->ready)
        if (const auto ready = setup->family->ready(); !ready)
            return ready.error();
    auto source = openSource(experiment);
    if (!source)
        return source.error();
    applyErrorSwitches(experiment, **source);
    auto enough = checkTable(experiment, **source);
    if (!enough)
        return enough.error();
    if (auto images = checkImages(experiment, **source); !images)
        return images.error();
    if ((*source)->text())
        experiment.model.base = *baseModelFolder(experiment); // it was there when the source was opened
    if (auto text = checkText(experiment, **source); !text)
        return text.error();
    auto known = checkVariables(experiment, **source);
    if (!known)
        return known.error();
    setup->experiment = std::move(experiment);
    setup->source = std::move(*source);
    return ChainSetupPtr(setup);
}

} // namespace hareloom
