// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/TextEvaluator.h"

#include "core/metrics/PowerLaw.h"
#include "core/writing/PromptTokens.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom {
namespace {

constexpr std::int64_t kTestBlocks = 5000; // at most

// Streams beneath the evaluation's seed.
enum Draw : std::uint64_t { Pairs = 20, Answers = 21 };

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double quantile(std::vector<double> values, double p)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(p * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// Topics, or kinds, one a block.
std::vector<int> eachOf(const std::vector<TextSet::About>& about, int TextSet::About::*what)
{
    std::vector<int> all;
    for (const auto& one : about)
        all.push_back(one.*what);
    return all;
}

void addParts(NamedValues& values, std::string_view metric, const Vector& parts)
{
    for (Eigen::Index part = 0; part < parts.size(); ++part)
        values[partName(metric, static_cast<std::size_t>(part))] = parts[part];
}

TokenBlocks firstOf(const TokenBlocks& blocks, std::int64_t most)
{
    const auto count = static_cast<std::ptrdiff_t>(std::min(most, blocks.count()) * blocks.length);
    return {blocks.length, {blocks.ids.begin(), blocks.ids.begin() + count}};
}

/// What a text says, read behind what it goes on from, which may name its topic.
std::vector<FactStatement> factsBehind(const TextSet& text, const std::string& prompt, const std::string& written)
{
    std::vector<FactStatement> all = text.facts(prompt + written);
    std::erase_if(all, [&prompt](const FactStatement& each) { return each.begin < prompt.size(); });
    for (FactStatement& each : all) {
        each.begin -= prompt.size();
        each.end -= prompt.size();
    }
    return all;
}

} // namespace

TextEvaluator::TextEvaluator(const References& references, std::int64_t passages)
    : m_experiment(references.setup->experiment),
      m_passages(passages),
      m_text(references.setup->source->text()),
      m_real(tokenBlocksOf(*references.realRows)),
      m_seed(references.seed),
      m_frequencies(frequencyClassesOf(m_real.ids, m_text->tokenizer->size()))
{
}

bool TextEvaluator::wants(std::string_view metric) const
{
    const auto& metrics = m_experiment.evaluation.metrics;
    return std::find(metrics.begin(), metrics.end(), metric) != metrics.end();
}

Result<void> TextEvaluator::prepare(const FitContext&)
{
    if (!m_prompts.empty())
        return {};
    auto prompts = promptTokens(m_experiment, *m_text);
    if (!prompts)
        return prompts.error();
    m_prompts = *std::move(prompts);
    for (const auto& ids : m_prompts)
        m_promptTexts.push_back(m_text->tokenizer->decode(ids));
    return {};
}

Result<void> TextEvaluator::look(const Snapshot& first, Measured& measured, const FitContext& context)
{
    const Snapshot& now = *measured.snapshot;
    m_values.clear();
    m_view = {};
    m_sample = tokenBlocksOf(*measured.sample);
    m_writtenFrom =
        tokenBlocksOf(*firstRows(measured.prompts, std::min(m_passages, measured.prompts->rows())));
    if (auto scored = scoreTest(now, context); !scored)
        return scored;
    if (auto scored = scoreSample(first, context); !scored)
        return scored;
    if (auto scored = scoreOwn(first, now, context); !scored)
        return scored;
    if (auto asked = askPrompts(now, context); !asked)
        return asked;
    showPassages();
    checkFacts();
    findWords();
    measureReal();
    measureSample();
    if (&first == &now)
        keepReal();
    measured.snapshot = withView(now, std::move(m_sample), measured.sampleSeed, std::move(m_view));
    return {};
}

Result<void> TextEvaluator::scoreTest(const Snapshot& now, const FitContext& context)
{
    if (!wants("testPerplexity") || !m_text->test || m_text->test->count() == 0)
        return {};
    const auto nats = score(now, firstOf(*m_text->test, kTestBlocks), context);
    if (!nats)
        return nats.error();
    m_values["testPerplexity"] = std::exp(mean(*nats));
    return {};
}

Result<void> TextEvaluator::scoreSample(const Snapshot& first, const FitContext& context)
{
    const auto nats = score(first, m_sample, context);
    if (!nats)
        return nats.error();
    m_view.firstNats.assign(nats->begin(), nats->end());
    m_values["firstModelPerplexity"] = std::exp(quantile(*nats, 0.5));
    m_values["firstModelPerplexityLow"] = std::exp(quantile(*nats, 0.05));
    m_values["firstModelPerplexityHigh"] = std::exp(quantile(*nats, 0.95));
    return {};
}

Result<void> TextEvaluator::scoreOwn(const Snapshot& first, const Snapshot& now, const FitContext& context)
{
    if (!wants("ownPerplexity"))
        return {};
    const bool isKnown = &first == &now && !m_view.firstNats.empty();
    const auto nats = isKnown ? Result<Scores>(Scores(m_view.firstNats.begin(), m_view.firstNats.end()))
                              : score(now, m_sample, context);
    if (!nats)
        return nats.error();
    m_values["ownPerplexity"] = std::exp(mean(*nats));
    return {};
}

/// What the real text has, beside generation 0.
void TextEvaluator::keepReal()
{
    m_view.real = m_realValues;
    if (!wants("survivingWords"))
        return;
    for (const auto& [word, count] : m_realWords) {
        m_view.words.push_back(word);
        m_view.wordCounts.push_back(count);
    }
}

Result<void> TextEvaluator::askPrompts(const Snapshot& now, const FitContext& context)
{
    if (m_prompts.empty())
        return {};
    const auto answers = answer(now, m_prompts, childSeed(m_seed, Answers), context);
    if (!answers)
        return answers.error();
    m_view.prompts = m_promptTexts;
    for (const auto& answer : *answers)
        m_view.answers.push_back(m_text->tokenizer->decode(answer));
    return {};
}

void TextEvaluator::showPassages()
{
    const TokenBlocks& blocks = m_sample;
    for (std::int64_t i = 0; i < std::min(m_passages, blocks.count()); ++i) {
        m_view.passages.push_back(m_text->tokenizer->decode(blocks[i]));
        m_view.passagePrompts.push_back(promptOf(i));
    }
}

WordCounts TextEvaluator::wordsOf(const TokenBlocks& blocks) const
{
    WordCounts counts;
    for (std::int64_t i = 0; i < blocks.count(); ++i)
        countWords(m_text->tokenizer->decode(blocks[i]), counts);
    return counts;
}

/// Which words of the real text are still written.
void TextEvaluator::findWords()
{
    if (!wants("survivingWords") && !wants("wordTailExponent"))
        return;
    const bool isFirst = m_realWords.empty();
    if (isFirst) {
        const WordCounts counts = wordsOf(m_real);
        m_realWords.assign(counts.begin(), counts.end());
        std::sort(m_realWords.begin(), m_realWords.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
    }
    const WordCounts now = wordsOf(m_sample);
    std::vector<std::int64_t> counts;
    for (const auto& [word, count] : now)
        counts.push_back(count);
    m_values["wordTailExponent"] = powerLawExponent(counts);
    if (!wants("survivingWords"))
        return;
    for (const auto& [word, count] : m_realWords)
        m_view.standing.push_back(now.contains(word) ? 1 : 0);
    m_values["survivingWords"] =
        static_cast<double>(std::count(m_view.standing.begin(), m_view.standing.end(), std::uint8_t{1}));
}

void TextEvaluator::checkFacts()
{
    for (std::size_t i = 0; m_text->facts && i < m_view.answers.size(); ++i)
        m_view.answerFacts.push_back(factsBehind(*m_text, m_view.prompts[i], m_view.answers[i]));
    for (std::size_t i = 0; m_text->facts && i < m_view.passages.size(); ++i)
        m_view.passageFacts.push_back(factsBehind(*m_text, m_view.passagePrompts[i], m_view.passages[i]));
}

std::string TextEvaluator::promptOf(std::int64_t row) const
{
    return m_text->tokenizer->decode(m_writtenFrom[row % m_writtenFrom.count()]);
}

/// Of all blocks, each read for itself.
void TextEvaluator::countFacts(const TokenBlocks& blocks, NamedValues& values) const
{
    if (!m_text->facts || !(wants("factsRight") || wants("factsChecked")))
        return;
    double checked = 0, right = 0;
    for (std::int64_t i = 0; i < blocks.count(); ++i)
        for (const FactStatement& each : m_text->facts(m_text->tokenizer->decode(blocks[i]))) {
            ++checked;
            right += each.isRight;
        }
    values["factsChecked"] = checked;
    if (checked > 0)
        values["factsRight"] = right / checked;
}

NamedValues TextEvaluator::measuresOf(const TokenBlocks& blocks, const std::vector<TextSet::About>& about,
                                      bool all) const
{
    NamedValues values;
    const auto measure = [&](const char* metric, const auto& measured) {
        if (all || wants(metric))
            values[metric] = static_cast<double>(measured());
    };
    measure("distinct1", [&] { return distinctShare(blocks, 1); });
    measure("distinct2", [&] { return distinctShare(blocks, 2); });
    measure("distinct3", [&] { return distinctShare(blocks, 3); });
    measure("typeTokenRatio", [&] { return typeTokenRatio(blocks); });
    measure("repeatedShare", [&] { return repeatedShare(blocks); });
    measure("survivingTokens", [&] { return survivingTokens(m_frequencies, blocks.ids); });
    if (wants("selfBleu")) // the slowest by far
        values["selfBleu"] = selfBleu(blocks, {.seed = childSeed(m_seed, Pairs)});
    countFacts(blocks, values);
    if (about.empty())
        return values;
    const std::vector<int> topics = eachOf(about, &TextSet::About::topic);
    values["survivingTopics"] = survivingTopics(m_realTopics, topics);
    values["effectiveTopics"] = effectiveTopics(topics);
    addParts(values, "topicShare",
             topicShares(eachOf(about, &TextSet::About::kind), static_cast<int>(m_text->kindNames.size())));
    return values;
}

void TextEvaluator::measureReal()
{
    if (!m_realValues.empty())
        return;
    const auto about = aboutEach(m_real);
    m_realTopics = eachOf(about, &TextSet::About::topic);
    m_realValues = measuresOf(m_real, about, true);
    if (m_realWords.empty())
        return;
    std::vector<std::int64_t> counts;
    for (const auto& [word, count] : m_realWords)
        counts.push_back(count);
    m_realValues["wordTailExponent"] = powerLawExponent(counts);
    m_realValues["survivingWords"] = static_cast<double>(m_realWords.size());
}

void TextEvaluator::measureSample()
{
    const TokenBlocks& blocks = m_sample;
    const auto about = aboutEach(blocks);
    m_values.merge(measuresOf(blocks, about, false));
    if (wants("vanishedShare"))
        addParts(m_values, "vanishedShare", vanishedShares(m_frequencies, blocks.ids));
    if (about.empty())
        return;
    m_view.kindNames = m_text->kindNames;
    for (const int kind : eachOf(about, &TextSet::About::kind))
        m_view.kinds.push_back(kind < 0 ? WrittenTexts::kNoKind : static_cast<std::uint8_t>(kind));
}

/// Nothing where topics are not known.
std::vector<TextSet::About> TextEvaluator::aboutEach(const TokenBlocks& blocks) const
{
    std::vector<TextSet::About> all;
    for (std::int64_t i = 0; !m_text->topicNames.empty() && i < blocks.count(); ++i)
        all.push_back(m_text->about(m_text->tokenizer->decode(blocks[i])));
    return all;
}

int TextEvaluator::parts(std::string_view metric) const
{
    return static_cast<int>(metric == "vanishedShare" ? m_frequencies.sizes.size()
                                                      : m_text->kindNames.size() + 1);
}

double TextEvaluator::value(std::string_view metric, int index) const
{
    return valueIn(m_values, metric, static_cast<std::size_t>(index));
}

} // namespace hareloom
