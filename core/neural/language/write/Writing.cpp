// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/write/Writing.h"

#include "core/neural/kernels/CrossEntropy.h"
#include "core/neural/language/write/BeamSearch.h"
#include "core/neural/language/write/LogitRules.h"
#include "core/neural/language/write/Sampling.h"

#include <algorithm>
#include <map>

namespace hareloom::neural {
namespace {

class BeamWriting final : public Writing
{
public:
    BeamWriting(const GenerationConfig& config, std::span<const TokenId> prompt, TokenId eos)
        : m_config(config), m_promptLength(std::ssize(prompt)), m_eos(eos), m_search(config, prompt, eos)
    {
    }
    void advance(const std::vector<float*>& logits, std::int64_t vocabulary) override
    {
        // The first step's rows are one and the same.
        for (std::size_t i = 0; i < logits.size(); ++i)
            if (i == 0 || logits[i] != logits[0]) {
                logSoftmax(logits[i], vocabulary);
                applyRules(m_config, m_search.running()[i], m_promptLength, m_eos,
                           {logits[i], static_cast<std::size_t>(vocabulary)});
            }
        m_search.advance({logits.begin(), logits.end()}, vocabulary);
    }
    bool isOver() const override { return m_search.isOver(); }
    WritingMove move() const override
    {
        WritingMove move;
        for (const auto& text : m_search.running())
            move.tokens.push_back(text.back());
        move.parents = m_search.parents();
        return move;
    }
    std::vector<GeneratedSequence> results() const override { return m_search.results(); }
    BeamSearch* search() override { return &m_search; }

private:
    GenerationConfig m_config;
    std::int64_t m_promptLength;
    TokenId m_eos;
    BeamSearch m_search;
};

/// The most probable token or a drawn one, each slot on its own.
class PlainWriting final : public Writing
{
public:
    PlainWriting(const GenerationConfig& config, std::span<const TokenId> prompt, TokenId eos, Seed seed)
        : m_config(config),
          m_promptLength(std::ssize(prompt)),
          m_eos(eos),
          m_seed(seed),
          m_texts(static_cast<std::size_t>(config.returnSequences), {prompt.begin(), prompt.end()}),
          m_ended(m_texts.size(), false)
    {
    }
    void advance(const std::vector<float*>& logits, std::int64_t vocabulary) override
    {
        std::vector<float> own;
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            auto& text = m_texts[i];
            if (m_ended[i])
                continue;
            own.assign(logits[i], logits[i] + vocabulary);
            applyRules(m_config, text, m_promptLength, m_eos, own);
            const auto step = static_cast<std::uint64_t>(std::ssize(text) - m_promptLength);
            append(i, m_config.isSampled ? sampleToken(m_config, own, uniformAt(childSeed(m_seed, i), step))
                                         : mostProbable(own));
        }
    }
    const std::vector<TokenId>* text() const override { return &m_texts.front(); }
    void append(TokenId token) override { append(0, token); }
    bool isOver() const override
    {
        return std::all_of(m_ended.begin(), m_ended.end(), [](bool ended) { return ended; });
    }
    WritingMove move() const override
    {
        WritingMove move;
        for (const auto& text : m_texts) {
            move.parents.push_back(static_cast<int>(move.parents.size()));
            move.tokens.push_back(text.back());
        }
        return move;
    }
    std::vector<GeneratedSequence> results() const override
    {
        std::vector<GeneratedSequence> all;
        for (const auto& text : m_texts)
            all.push_back({{text.begin() + m_promptLength, text.end()}});
        return all;
    }

private:
    void append(std::size_t slot, TokenId token)
    {
        auto& text = m_texts[slot];
        text.push_back(token);
        m_ended[slot] = token == m_eos || std::ssize(text) - m_promptLength >= m_config.maxNewTokens;
    }

    GenerationConfig m_config;
    std::int64_t m_promptLength;
    TokenId m_eos;
    Seed m_seed;
    std::vector<std::vector<TokenId>> m_texts;
    std::vector<bool> m_ended;
};

} // namespace

std::unique_ptr<Writing> makeWriting(const GenerationConfig& config, std::span<const TokenId> prompt,
                                     TokenId eos, Seed seed)
{
    if (usesBeams(config))
        return std::make_unique<BeamWriting>(config, prompt, eos);
    return std::make_unique<PlainWriting>(config, prompt, eos, seed);
}

std::vector<PromptGroup> groupsOf(const std::vector<std::vector<TokenId>>& prompts, std::size_t together)
{
    std::map<std::size_t, PromptGroup> byLength;
    for (std::size_t i = 0; i < prompts.size(); ++i)
        byLength[prompts[i].size()].push_back(i);
    std::vector<PromptGroup> groups;
    for (const auto& [length, places] : byLength)
        for (std::size_t first = 0; first < places.size(); first += together)
            groups.emplace_back(places.begin() + static_cast<std::ptrdiff_t>(first),
                                places.begin() +
                                    static_cast<std::ptrdiff_t>(std::min(places.size(), first + together)));
    return groups;
}

void WritingProgress::add(std::span<const GeneratedSequence> sequences)
{
    ++m_progress.prompts;
    for (const GeneratedSequence& sequence : sequences)
        m_progress.tokens += std::ssize(sequence.tokens);
}

void WritingProgress::tell(std::span<const GeneratedSequence> all)
{
    const auto gap = std::find_if(all.begin(), all.end(), [](const auto& each) { return each.tokens.empty(); });
    m_progress.finished = all.first(static_cast<std::size_t>(gap - all.begin()));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    m_progress.tokensPerSecond = static_cast<double>(m_progress.tokens) / seconds;
    m_progress.secondsLeft = seconds / static_cast<double>(m_progress.prompts) *
                             static_cast<double>(m_progress.promptsInAll - m_progress.prompts);
    if (m_onProgress)
        m_onProgress(m_progress);
}

} // namespace hareloom::neural
