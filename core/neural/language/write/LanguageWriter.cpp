// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/write/LanguageWriter.h"

#include "core/neural/language/write/Decoder.h"
#include "core/neural/language/write/Writing.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

using Sequences = std::vector<GeneratedSequence>;
constexpr std::int64_t kRowsTogether = 60; // beams side by side: enough for products, few enough for caches

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
    void write(const PromptGroup& group)
    {
        const auto& layout = m_weights.layout();
        const std::int64_t length = std::ssize(m_prompts[group.front()]), vocabulary = layout.vocabulary;
        std::vector<TokenId> ids;
        std::vector<std::unique_ptr<Writing>> writings;
        for (const std::size_t place : group) {
            ids.insert(ids.end(), m_prompts[place].begin(), m_prompts[place].end());
            writings.push_back(
                makeWriting(m_config, m_prompts[place], layout.architecture.eos, childSeed(m_seed, place)));
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
            std::vector<WritingMove> moves;
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
            for (const WritingMove& move : moves) {
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
    const ForwardWeights& m_weights;
    const std::vector<std::vector<TokenId>>& m_prompts;
    const GenerationConfig& m_config;
    Seed m_seed;
    const StopToken& m_stop;
    std::int64_t m_slots;
    Sequences m_all;
};

} // namespace

Result<Sequences> writeAfter(const LanguageLayout& layout, const float* weights,
                             const std::vector<std::vector<TokenId>>& prompts, const GenerationConfig& config,
                             Seed seed, const LanguageWork& work,
                             const std::function<void(const GenerationProgress&)>& onProgress)
{
    ShardTeam team(work.threads);
    ForwardWeights forward(layout, weights);
    forward.pack(team, work.stop);
    Writer writer(forward, prompts, config, seed, work.stop);
    const auto groups = groupsOf(
        prompts, static_cast<std::size_t>(std::max<std::int64_t>(1, kRowsTogether / writer.slots())));
    const std::int64_t round = 2 * std::max(1, work.threads);
    WritingProgress progress(std::ssize(prompts), onProgress);
    for (std::int64_t first = 0; first < std::ssize(groups); first += round) {
        if (!work.stop.proceed())
            return stopped();
        const std::int64_t count = std::min(round, std::ssize(groups) - first);
        team.run(count, [&](std::int64_t i) { writer.write(groups[static_cast<std::size_t>(first + i)]); });
        if (work.stop.stopRequested())
            return stopped();
        for (std::int64_t i = first; i < first + count; ++i)
            for (const std::size_t place : groups[static_cast<std::size_t>(i)])
                progress.add(std::span(writer.all())
                                 .subspan(place * static_cast<std::size_t>(config.returnSequences),
                                          static_cast<std::size_t>(config.returnSequences)));
        progress.tell(writer.all());
    }
    return std::move(writer.all());
}

} // namespace hareloom::neural
