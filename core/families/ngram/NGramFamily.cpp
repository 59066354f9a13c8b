// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramFamily.h"

#include "core/families/ngram/NGramCounter.h"
#include "core/families/ngram/NGramEvaluator.h"
#include "core/families/ngram/NGramFields.h"
#include "core/families/ngram/NGramGenerator.h"
#include "core/families/ngram/NGramPredictions.h"
#include "core/families/ngram/NGramSettings.h"
#include "core/family/ChainSetup.h"
#include "core/text/TextSource.h"
#include "core/writing/OwnModels.h"
#include "core/writing/PromptTokens.h"
#include "core/writing/TextFamily.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

constexpr std::array<std::string_view, 2> kUsualMetrics = {"survivingTokens", "conditionalEntropyNats"};
constexpr std::array<std::string_view, 3> kOwnMetrics = {"conditionalEntropyNats", "knownNgrams",
                                                         "tokenHeterozygosity"};

constexpr double kBytesOfNumber = 8;

std::unique_ptr<Generator> makeNgram(const Experiment& experiment, const DataShape& shape)
{
    return std::make_unique<NGramGenerator>(experiment, shape);
}

std::unique_ptr<FamilyEvaluator> makeEvaluator(const References& references)
{
    return std::make_unique<NGramEvaluator>(references);
}

Result<std::shared_ptr<const Source>> open(const Experiment& experiment)
{
    const auto& settings = experiment.model.of<NGramSettings>();
    if (settings.units != TextUnits::Pieces)
        return makeTextSource(experiment.source, {settings.units, {}}, experiment.baseFolder);
    return modelFolder(settings.tokenizer, experiment.baseFolder, "model.tokenizer",
                       "a folder that holds a tokenizer")
        .and_then([&experiment](const std::string& folder) {
            return makeTextSource(experiment.source, {TextUnits::Pieces, folder}, experiment.baseFolder);
        });
}

Result<void> prepare(Experiment& experiment, const Source& source)
{
    const auto prompts = promptTokens(experiment, *source.text());
    return prompts ? Result<void>() : prompts.error();
}

std::vector<std::string> remarks(const ChainSetup& setup)
{
    const auto& metrics = setup.experiment.evaluation.metrics;
    if (setup.experiment.model.of<NGramSettings>().addK > 0 ||
        std::find(metrics.begin(), metrics.end(), "testPerplexity") == metrics.end())
        return {};
    return {"The perplexity of real text (testPerplexity) will be infinite as soon as the test text has one "
            "token "
            "that the model gives no chance. Set model.addK above 0, for example to 0.001."};
}

/// At most: when no run of tokens is met twice.
double heldPerRow(const Experiment& experiment, int dimension)
{
    const auto order = static_cast<double>(experiment.model.of<NGramSettings>().order);
    return dimension * (NGramCounter::kBytesOfToken + order * NGramCounter::kBytesOfEntry) / kBytesOfNumber;
}

} // namespace

const Family kNGramFamily = {
    .name = "ngram",
    .title = "N-grams",
    .summary = "Counts which word follows which, and writes the next text by these counts.",
    .rowsWord = "blocks",
    .partsWord = "parts",
    .rows = RowKind::Text,
    .takesPrompts = true,
    .bringsTestRows = true,
    .usualMetrics = kUsualMetrics,
    .ownMetrics = kOwnMetrics,
    .fields = ngramFields,
    .make = makeNgram,
    .snapshotKind = NGramSnapshot::kKind,
    .readSnapshot = readNGramSnapshot,
    .drawsTokens = [](const Experiment& e) { return !e.model.of<NGramSettings>().greedy; },
    .check = checkText,
    .open = open,
    .prepare = prepare,
    .remarks = remarks,
    .parts = textParts,
    .evaluator = makeEvaluator,
    .predict = predictNgram,
    .heldPerRow = heldPerRow,
};

} // namespace hareloom
