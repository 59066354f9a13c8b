// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/LanguageWriter.h"

#include "core/neural/BeamSearch.h"
#include "core/neural/CrossEntropy.h"
#include "core/neural/Decoder.h"
#include "core/neural/LogitRules.h"
#include "core/neural/Sampling.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace hareloom::neural {
namespace {

using Clock = std::chrono::steady_clock;
using Sequences = std::vector<GeneratedSequence>;
constexpr std::int64_t kRowsTogether = 60; // beams side by side: enough for products, few enough for caches

/// How one prompt is continued; told the logits that follow its slots, says what they write.
class Writing
{
public:
    virtual ~Writing() = default;
    /// `logits` (slots) rows, scratch afterwards.
    virtual void advance(const std::vector<float*>& logits, std::int64_t vocabulary) = 0;
    virtual bool isOver() const = 0;
    virtual Decoder::Move move() const = 0;
    virtual Sequences results() const = 0;
};

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
    Decoder::Move move() const override
    {
        Decoder::Move move;
        for (const auto& text : m_search.running())
            move.tokens.push_back(text.back());
        move.parents = m_search.parents();
        return move;
    }
    Sequences results() const override { return m_search.results(); }

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
            text.push_back(m_config.isSampled
                               ? sampleToken(m_config, own, uniformAt(childSeed(m_seed, i), step))
                               : mostProbable(own));
            m_ended[i] = text.back() == m_eos || std::ssize(text) - m_promptLength >= m_config.maxNewTokens;
        }
    }
    bool isOver() const override
    {
        return std::all_of(m_ended.begin(), m_ended.end(), [](bool ended) { return ended; });
    }
    Decoder::Move move() const override
    {
        Decoder::Move move;
        for (const auto& text : m_texts) {
            move.parents.push_back(static_cast<int>(move.parents.size()));
            move.tokens.push_back(text.back());
        }
        return move;
    }
    Sequences results() const override
    {
        Sequences all;
        for (const auto& text : m_texts)
            all.push_back({{text.begin() + m_promptLength, text.end()}});
        return all;
    }

private:
    GenerationConfig m_config;
    std::int64_t m_promptLength;
    TokenId m_eos;
    Seed m_seed;
    std::vector<std::vector<TokenId>> m_texts;
    std::vector<bool> m_ended;
};

/// Prompts of one length, by their places among all.
using Group = std::vector<std::size_t>;

class Writer
{
public:
    Writer(const ForwardWeights& weights, const std::vector<std::vector<TokenId>>& prompts,
           const GenerationConfig& config, Seed seed, const StopToken& stop)
        : m_weights(weights),
          m_prompts(prompts),
          m_config(config),
          m_seed(seed),
          m_stop(stop),
          m_slots(config.isSampled ? config.returnSequences : config.beams),
          m_all(prompts.size() * static_cast<std::size_t>(config.returnSequences))
    {
    }

    std::int64_t slots() const { return m_slots; }
    Sequences& all() { return m_all; }

    /// Writes after the prompts of one group; their places in all() are nobody else's.
    void write(const Group& group)
    {
        const auto& layout = m_weights.layout();
        const std::int64_t length = std::ssize(m_prompts[group.front()]), vocabulary = layout.vocabulary;
        std::vector<TokenId> ids;
        std::vector<std::unique_ptr<Writing>> writings;
        for (const std::size_t place : group) {
            ids.insert(ids.end(), m_prompts[place].begin(), m_prompts[place].end());
            writings.push_back(begin(place));
        }
        Decoder decoder(m_weights, {std::ssize(group), length, ids.data(), nullptr}, m_slots,
                        m_config.maxNewTokens, m_stop);
        float* logits = decoder.start();
        if (m_stop.stopRequested())
            return;
        for (std::size_t i = 0; i < group.size(); ++i)
            writings[i]->advance(std::vector<float*>(static_cast<std::size_t>(m_slots),
                                                     logits + static_cast<std::int64_t>(i) * vocabulary),
                                 vocabulary);
        while (m_stop.proceed()) {
            std::vector<Decoder::Move> moves;
            for (std::size_t i = 0; i < writings.size(); ++i)
                if (!writings[i]->isOver()) {
                    moves.push_back(writings[i]->move());
                    moves.back().prompt = static_cast<std::int64_t>(i);
                }
            if (moves.empty())
                break;
            logits = decoder.step(moves);
            if (m_stop.stopRequested())
                return;
            std::vector<float*> rows(static_cast<std::size_t>(m_slots));
            for (const Decoder::Move& move : moves) {
                for (float*& row : rows)
                    row = std::exchange(logits, logits + vocabulary);
                writings[static_cast<std::size_t>(move.prompt)]->advance(rows, vocabulary);
            }
        }
        if (m_stop.stopRequested())
            return;
        for (std::size_t i = 0; i < group.size(); ++i) {
            Sequences own = writings[i]->results();
            std::move(own.begin(), own.end(),
                      m_all.begin() + static_cast<std::ptrdiff_t>(group[i]) * m_config.returnSequences);
        }
    }

private:
    std::unique_ptr<Writing> begin(std::size_t place) const
    {
        const TokenId eos = m_weights.layout().architecture.eos;
        if (!m_config.isSampled && m_config.beams > 1)
            return std::make_unique<BeamWriting>(m_config, m_prompts[place], eos);
        return std::make_unique<PlainWriting>(m_config, m_prompts[place], eos, childSeed(m_seed, place));
    }

    const ForwardWeights& m_weights;
    const std::vector<std::vector<TokenId>>& m_prompts;
    const GenerationConfig& m_config;
    Seed m_seed;
    const StopToken& m_stop;
    std::int64_t m_slots;
    Sequences m_all;
};

/// Prompts of equal length, so many together.
std::vector<Group> groupsOf(const std::vector<std::vector<TokenId>>& prompts, std::size_t together)
{
    std::map<std::size_t, Group> byLength;
    for (std::size_t i = 0; i < prompts.size(); ++i)
        byLength[prompts[i].size()].push_back(i);
    std::vector<Group> groups;
    for (const auto& [length, places] : byLength)
        for (std::size_t first = 0; first < places.size(); first += together)
            groups.emplace_back(places.begin() + static_cast<std::ptrdiff_t>(first),
                                places.begin() +
                                    static_cast<std::ptrdiff_t>(std::min(places.size(), first + together)));
    return groups;
}

} // namespace

Result<Sequences> writeAfter(const LanguageLayout& layout, const float* weights,
                             const std::vector<std::vector<TokenId>>& prompts, const GenerationConfig& config,
                             Seed seed, const LanguageWork& work,
                             const std::function<void(const GenerationProgress&)>& onProgress)
{
    const auto start = Clock::now();
    ShardTeam team(work.threads);
    ForwardWeights forward(layout, weights);
    forward.pack(team, work.stop);
    Writer writer(forward, prompts, config, seed, work.stop);
    const auto groups = groupsOf(
        prompts, static_cast<std::size_t>(std::max<std::int64_t>(1, kRowsTogether / writer.slots())));
    const std::int64_t round = 2 * std::max(1, work.threads);
    GenerationProgress progress;
    progress.promptsInAll = std::ssize(prompts);
    for (std::int64_t first = 0; first < std::ssize(groups); first += round) {
        if (!work.stop.proceed())
            return stopped();
        const std::int64_t count = std::min(round, std::ssize(groups) - first);
        team.run(count, [&](std::int64_t i) { writer.write(groups[static_cast<std::size_t>(first + i)]); });
        if (work.stop.stopRequested())
            return stopped();
        for (std::int64_t i = first; i < first + count; ++i)
            for (const std::size_t place : groups[static_cast<std::size_t>(i)]) {
                ++progress.prompts;
                for (std::int64_t r = 0; r < config.returnSequences; ++r)
                    progress.tokens +=
                        std::ssize(writer
                                       .all()[place * static_cast<std::size_t>(config.returnSequences) +
                                              static_cast<std::size_t>(r)]
                                       .tokens);
            }
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        progress.tokensPerSecond = static_cast<double>(progress.tokens) / seconds;
        progress.secondsLeft = seconds / static_cast<double>(progress.prompts) *
                               static_cast<double>(progress.promptsInAll - progress.prompts);
        if (onProgress)
            onProgress(progress);
    }
    return std::move(writer.all());
}

} // namespace hareloom::neural
