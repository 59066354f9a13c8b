// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramEvaluator.h"

#include "core/families/ngram/NGramMetrics.h"
#include "core/families/ngram/NGramSettings.h"
#include "core/writing/PromptTokens.h"

namespace hareloom {
namespace {

constexpr std::int64_t kPassages = 20; // of each of a thousand generations

/// Of all tokens of a text but its first, in nats a token.
double meanNats(const NGramModel& model, std::span<const TokenId> text)
{
    NGramTables::State s = model.tables().after(0, text.front());
    double nats = 0;
    for (const TokenId token : text.subspan(1))
        nats += model.nats(s, token);
    return nats / static_cast<double>(text.size() - 1);
}

std::vector<TokenId> goneOn(const NGramModel& model, std::span<const TokenId> prompt, Seed seed)
{
    NGramTables::State s = model.tables().after(prompt);
    std::vector<double> uniforms(static_cast<std::size_t>(kAnswerTokens));
    fillUniforms(seed, 0, uniforms);
    std::vector<TokenId> tokens;
    for (const double u : uniforms)
        tokens.push_back(model.draw(s, u));
    return tokens;
}

} // namespace

NGramEvaluator::NGramEvaluator(const References& references)
    : TextEvaluator(references, kPassages), m_plan(experiment())
{
}

Result<void> NGramEvaluator::look(const Snapshot& first, Measured& measured, const FitContext& context)
{
    const SnapshotPtr snapshot = measured.snapshot;
    const auto now = asNGram(*snapshot)->model(m_plan, context.stop);
    if (!now)
        return now.error();
    m_now = *now;
    if (!m_first || m_firstSnapshot != &first) {
        const auto model = asNGram(first)->model(m_plan, context.stop);
        if (!model)
            return model.error();
        m_first = *model;
        m_firstSnapshot = &first;
    }
    return TextEvaluator::look(first, measured, context);
}

double NGramEvaluator::value(std::string_view metric, int index) const
{
    if (metric == "tokenHeterozygosity")
        return tokenHeterozygosity(m_now->tables());
    if (metric == "knownNgrams")
        return static_cast<double>(knownNgrams(m_now->tables()));
    if (metric == "conditionalEntropyNats")
        return conditionalEntropy(m_now->tables());
    return TextEvaluator::value(metric, index);
}

Result<TextEvaluator::Scores> NGramEvaluator::score(const Snapshot& model, const TokenBlocks& blocks,
                                                    const FitContext& context)
{
    const NGramModel& scorer = &model == m_firstSnapshot ? *m_first : *m_now;
    Scores scores;
    for (std::int64_t block = 0; block < blocks.count(); ++block) {
        if (!context.stop.proceed())
            return stopped();
        scores.push_back(meanNats(scorer, blocks[block]));
    }
    return scores;
}

Result<TextEvaluator::Texts> NGramEvaluator::answer(const Snapshot&, const Texts& prompts, Seed seed,
                                                    const FitContext&)
{
    Texts answers;
    for (const auto& prompt : prompts)
        answers.push_back(goneOn(*m_now, prompt, childSeed(seed, answers.size())));
    return answers;
}

std::string NGramEvaluator::promptOf(std::int64_t row) const
{
    return experiment().model.of<NGramSettings>().prompted ? TextEvaluator::promptOf(row) : std::string();
}

SnapshotPtr NGramEvaluator::withView(const Snapshot& now, TokenBlocks sample, Seed, WrittenTexts view) const
{
    return asNGram(now)->with(std::move(view), sample.count());
}

} // namespace hareloom
