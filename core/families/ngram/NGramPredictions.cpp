// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramPredictions.h"

#include "core/families/ngram/NGramFormulas.h"
#include "core/families/ngram/NGramPlan.h"
#include "core/families/ngram/NGramSettings.h"
#include "core/family/ChainSetup.h"
#include "core/family/DriftFormulas.h"
#include "core/text/TextSet.h"
#include "core/theory/DiscreteTheory.h"

#include <algorithm>

namespace hareloom {
namespace {

/// Tokens of each fit; the first has no sampling error.
std::vector<std::int64_t> tokensOf(const Loop& loop)
{
    std::vector<std::int64_t> tokens = loop.sizes;
    for (std::size_t g = 1; g < tokens.size(); ++g)
        tokens[g] *= loop.dimension;
    return tokens;
}

Categorical frequenciesOf(const TokenBlocks& blocks, int vocabulary)
{
    Categorical frequencies{Vector::Zero(vocabulary)};
    for (const TokenId token : blocks.ids)
        frequencies.probabilities[token] += 1;
    frequencies.probabilities /= static_cast<double>(blocks.ids.size());
    return frequencies;
}

/// Whether every token is drawn by its frequency alone, first in the whole real text.
bool isDiscrete(const Loop& loop, const TextSet& text)
{
    const Experiment& e = loop.setup.experiment;
    const NGramPlan plan(e);
    return e.model.of<NGramSettings>().order == 1 && plan.addK == 0 && plan.isPlain(text.tokenizer->size()) &&
           loop.replaces() && loop.setup.size(0) >= text.training->count();
}

} // namespace

std::optional<Prediction> predictNgram(const Loop& loop, const std::string& metric)
{
    const auto text = loop.setup.source->text();
    if (!text || !isDiscrete(loop, *text) || (metric != "tokenHeterozygosity" && metric != "survivingTokens"))
        return std::nullopt;
    const std::vector<std::int64_t> tokens = tokensOf(loop);
    const Categorical truth = frequenciesOf(*text->training, text->tokenizer->size());
    if (metric == "tokenHeterozygosity")
        return Prediction{expectedHeterozygosity(truth, tokens), Statistic::Mean, true};
    const bool isConstant =
        std::all_of(tokens.begin() + 1, tokens.end(), [&](std::int64_t n) { return n == tokens[1]; });
    const std::int64_t generations = loop.setup.experiment.generations;
    const double steps = static_cast<double>(truth.states()) * static_cast<double>(generations);
    if (!isConstant || tokens.size() < 2 || steps > kMostPredictionSteps)
        return std::nullopt;
    // Survivors are counted in what generation g writes, which is the truth drawn from g + 1 times.
    return Prediction{expectedSurvivors(truth, tokens[1], static_cast<int>(generations)), Statistic::Mean,
                      false};
}

std::optional<Formula> ngramFormula(const Loop& loop, const std::string& metric, int generation)
{
    const auto text = loop.setup.source->text();
    if (!text || !isDiscrete(loop, *text))
        return std::nullopt;
    const Categorical truth = frequenciesOf(*text->training, text->tokenizer->size());
    std::vector<std::int64_t> tokens = tokensOf(loop);
    if (metric == "tokenHeterozygosity")
        return driftHeterozygosityFormula(truth, tokens, generation);
    if (metric != "survivingTokens" || tokens.size() < 2)
        return std::nullopt;
    tokens[0] = tokens[1]; // survivors are counted in what is written
    return driftSurvivorsFormula(truth, tokens, generation);
}

} // namespace hareloom
