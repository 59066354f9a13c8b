// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageFamily.h"

#include "core/base/Refusal.h"
#include "core/families/language/BaseModel.h"
#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguageEvaluator.h"
#include "core/families/language/LanguageFields.h"
#include "core/families/language/LanguageGenerator.h"
#include "core/families/language/LanguageNetworks.h"
#include "core/families/language/LanguagePace.h"
#include "core/families/language/LanguagePlans.h"
#include "core/family/NetworkNeeds.h"
#include "core/text/TextSource.h"
#include "core/writing/PromptTokens.h"
#include "core/writing/TextFamily.h"
#include "core/writing/TextTeller.h"

#include <array>

namespace hareloom {
namespace {

constexpr std::array<std::string_view, 2> kUsualMetrics = {"testPerplexity", "firstModelPerplexity"};
constexpr double kWeightBytes = 4, kTokenBytes = 4;
constexpr std::int64_t kProbeBlocks = 64;

std::unique_ptr<Generator> makeLanguage(const Experiment& experiment, const DataShape& shape)
{
    std::vector<TokenId> opening; // what can be watched while a model learns
    if (const auto prompts = promptTokens(experiment, *shape.text); prompts && !prompts->empty())
        opening = prompts->front();
    return std::make_unique<LanguageGenerator>(LanguagePlans(experiment), shape, std::move(opening));
}

std::unique_ptr<FamilyEvaluator> makeEvaluator(const References& references)
{
    return std::make_unique<LanguageEvaluator>(references);
}

Result<std::shared_ptr<const Source>> open(const Experiment& experiment)
{
    return baseModelFolder(experiment).and_then([&experiment](const std::string& folder) {
        return makeTextSource(experiment.source, {TextUnits::Pieces, folder}, experiment.baseFolder);
    });
}

/// What can only be told with the text at hand, and the folder of its base model, which becomes the setting.
Result<void> prepare(Experiment& experiment, const Source& source)
{
    std::string& folder = experiment.model.of<LanguageSettings>().base;
    folder = *baseModelFolder(experiment); // it was there when the source was opened
    const TextSet& text = *source.text();
    const auto base = checkLanguageCheckpoint(folder);
    if (!base)
        return base.error();
    if (base->vocabulary < text.tokenizer->size())
        return invalidFile(folder + ": the model knows " + std::to_string(base->vocabulary) +
                           " tokens, and the tokenizer has " + std::to_string(text.tokenizer->size()) +
                           ". It must have no more than the model.");
    if (2 * text.training->length > base->positions)
        return refusedSetting("source.blockTokens", std::to_string(text.training->length),
                              "be at most " + std::to_string(base->positions / 2) +
                                  ", because this base model handles " + std::to_string(base->positions) +
                                  " tokens, and a prompt and its answer, of one block each, must fit");
    const std::int64_t beams = LanguagePlans(experiment).writingPlan(text.training->length).beams;
    if (2 * beams > base->vocabulary)
        return refusedSetting("model.beams", std::to_string(beams),
                              "be at most half the " + std::to_string(base->vocabulary) +
                                  " tokens that the base model knows");
    const auto prompts = promptTokens(experiment, text);
    return prompts ? Result<void>() : prompts.error();
}

Result<NetworkNeeds> needs(const Experiment& experiment, const Source& source, std::int64_t /*rows*/,
                           const std::string& device)
{
    const auto networks = languageNetworks(device);
    if (!networks)
        return networks.error();
    const auto folder = baseModelFolder(experiment);
    if (!folder)
        return folder.error();
    const auto network = readLanguageArchitecture(*folder);
    if (!network)
        return network.error();
    const TextSet& text = *source.text();
    const bool validates = text.validation && text.validation->count() > 0;
    return NetworkNeeds{(*networks)->memory(*network, LanguagePlans(experiment).trainingPlan(),
                                            text.training->length, validates, device),
                        kWeightBytes * static_cast<double>(parameterCount(*network))};
}

/// Its text is kept whole.
double snapshotBytes(const Workload& work, double measured)
{
    return static_cast<double>(work.generations) * measured +
           work.rows * work.source.dimension() * kTokenBytes;
}

void shrink(Experiment& experiment)
{
    experiment.samples.size = kProbeBlocks;
    experiment.generations = 0;
    experiment.model.of<NetworkSettings>().epochs = 1;
    experiment.model.of<LanguageSettings>().keepBest = false;
    experiment.evaluation.metrics = {"distinct2"}; // which wants the text to be written
    experiment.evaluation.prompts.clear();
    experiment.stopWhen = {};
}

} // namespace

const Family kLanguageFamily = {
    .name = "language",
    .title = "Language",
    .summary = "A language model that is fine-tuned on text and writes the next text.",
    .rowsWord = "blocks",
    .partsWord = "parts",
    .rows = RowKind::Text,
    .takesPrompts = true,
    .keepsSamples = true,
    .bringsTestRows = true,
    .isNetwork = true,
    .usualMetrics = kUsualMetrics,
    .fields = languageFields,
    .make = makeLanguage,
    .snapshotKind = LanguageSnapshot::kKind,
    .readSnapshot = readLanguageSnapshot,
    .ready = checkLanguageNetworks,
    .drawsTokens = [](const Experiment& e) { return e.model.of<LanguageSettings>().writing == Writing::Sampled; },
    .check = checkText,
    .open = open,
    .prepare = prepare,
    .parts = textParts,
    .evaluator = makeEvaluator,
    .teller = [](const ToldRunPtr& run) { return std::unique_ptr<FamilyTeller>(new TextTeller(run)); },
    .outcome = textOutcome,
    .needs = needs,
    .passes = [](const Experiment& e) { return static_cast<double>(e.model.of<NetworkSettings>().epochs); },
    .snapshotBytes = snapshotBytes,
    .shrink = shrink,
    .pace = [] { return std::unique_ptr<Pace>(new LanguagePace); },
};

} // namespace hareloom
