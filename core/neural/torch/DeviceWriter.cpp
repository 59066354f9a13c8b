// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/DeviceWriter.h"

#include "core/neural/kernels/ShardTeam.h"
#include "core/neural/language/write/BeamSearch.h"
#include "core/neural/language/write/Sampling.h"
#include "core/neural/language/write/Writing.h"
#include "core/neural/torch/DeviceDecoder.h"
#include "core/neural/torch/DeviceRules.h"
#include "core/neural/torch/DeviceTop.h"

#include <algorithm>
#include <optional>

namespace hareloom::neural {
namespace {

using at::Tensor;
using Prompts = std::vector<std::vector<TokenId>>;
using Sequences = std::vector<GeneratedSequence>;

constexpr std::int64_t kPromptsTogether = 1024;
constexpr std::int64_t kMemory = std::int64_t{1} << 30; // bytes for a group where the device tells of none

/// One group of prompts of equal length, from its first token to its last.
class Group
{
public:
    Group(const DeviceWeights& weights, DeviceDecoder& decoder, const Prompts& prompts,
          const PromptGroup& places, const GenerationConfig& config, Seed seed, ShardTeam& team)
        : m_weights(weights),
          m_decoder(decoder),
          m_config(config),
          m_eos(weights.layout().architecture.eos),
          m_vocabulary(weights.layout().vocabulary),
          m_slots(slotsOf(config)),
          m_team(team)
    {
        // A group that is short of the decoder's number is filled up with the first prompt.
        for (std::int64_t i = 0; i < decoder.prompts(); ++i) {
            const std::size_t place = places[i < std::ssize(places) ? static_cast<std::size_t>(i) : 0];
            m_ids.insert(m_ids.end(), prompts[place].begin(), prompts[place].end());
            if (i < std::ssize(places))
                m_writings.push_back(makeWriting(config, prompts[place], m_eos, childSeed(seed, place)));
        }
    }

    /// False when stopped.
    bool write(const StopToken& stop)
    {
        const std::int64_t length = m_decoder.promptLength();
        advance(m_decoder.start(idsOn(m_weights.device(), length, m_ids)), 1);
        while (stop.proceed()) {
            if (!layMoves())
                return true;
            const auto shape = {m_decoder.prompts(), m_slots};
            advance(m_decoder.step(at::from_blob(m_tokens.data(), shape, at::kLong),
                                   at::from_blob(m_parents.data(), shape, at::kLong)),
                    m_slots);
        }
        return false;
    }

    Sequences results(std::size_t i) const { return m_writings[i]->results(); }

private:
    /// What is written now, and after which slots; false when all prompts are done.
    bool layMoves()
    {
        m_tokens.assign(static_cast<std::size_t>(m_decoder.prompts() * m_slots), 0);
        m_parents.assign(m_tokens.size(), 0);
        bool goesOn = false;
        for (std::size_t i = 0; i < m_writings.size(); ++i) {
            if (m_writings[i]->isOver())
                continue;
            goesOn = true;
            const WritingMove move = m_writings[i]->move();
            const auto at = static_cast<std::ptrdiff_t>(i) * m_slots;
            std::copy(move.tokens.begin(), move.tokens.end(), m_tokens.begin() + at);
            std::copy(move.parents.begin(), move.parents.end(), m_parents.begin() + at);
        }
        return goesOn;
    }

    /// `logits`: so many rows for each prompt.
    void advance(const Tensor& logits, std::int64_t rowsEach)
    {
        if (usesBeams(m_config))
            advanceBeams(logits, rowsEach);
        else if (m_config.isSampled)
            advanceDrawn(logits, rowsEach);
        else
            advanceGreedily(logits);
    }

    void advanceBeams(const Tensor& logits, std::int64_t rowsEach)
    {
        const std::int64_t prompts = std::ssize(m_writings);
        Tensor rows = at::log_softmax(logits.narrow(0, 0, prompts * rowsEach), 1, at::kFloat);
        std::vector<const std::vector<TokenId>*> texts;
        std::vector<float> scores;
        for (const auto& writing : m_writings)
            for (std::int64_t s = 0; s < rowsEach; ++s) {
                texts.push_back(&writing->search()->running()[static_cast<std::size_t>(s)]);
                scores.push_back(writing->search()->scores()[static_cast<std::size_t>(s)]);
            }
        applyRulesOn(m_config, texts, m_decoder.promptLength(), m_eos, rows);
        const auto lists = DeviceTop::of(
            rows, at::from_blob(scores.data(), {prompts, rowsEach}, at::kFloat).to(rows.device()),
            m_vocabulary, 2 * m_config.beams);
        const auto isEnough = [&](std::size_t i) {
            // bf16 has equals by the dozen, among which the device chooses.
            const bool isExact = m_weights.products() == at::kFloat;
            return isExact ? lists[i].isSure : std::ssize(lists[i].entries) == 2 * m_config.beams;
        };
        m_team.run(prompts, [&](std::int64_t p) {
            const auto i = static_cast<std::size_t>(p);
            if (!m_writings[i]->isOver() && isEnough(i))
                m_writings[i]->search()->advance(lists[i].entries, m_vocabulary);
        });
        for (std::int64_t p = 0; p < prompts; ++p)
            if (const auto i = static_cast<std::size_t>(p); !isEnough(i) && !m_writings[i]->isOver())
                advanceExactly(*m_writings[i]->search(), rows.narrow(0, p * rowsEach, rowsEach));
    }

    /// Where the device cannot tell which of equals comes first: by all numbers.
    void advanceExactly(BeamSearch& search, const Tensor& rows)
    {
        const Tensor here = rows.cpu();
        std::vector<const float*> each;
        for (std::int64_t s = 0; s < m_slots; ++s)
            each.push_back(here.data_ptr<float>() + std::min(s, rows.size(0) - 1) * rows.size(1));
        search.advance(each, m_vocabulary);
    }

    /// The most probable token of each prompt, found where the logits are.
    void advanceGreedily(const Tensor& logits)
    {
        const std::int64_t prompts = std::ssize(m_writings);
        Tensor rows = logits.narrow(0, 0, prompts).to(at::kFloat, false, true);
        std::vector<const std::vector<TokenId>*> texts;
        for (const auto& writing : m_writings)
            texts.push_back(writing->text());
        applyRulesOn(m_config, texts, m_decoder.promptLength(), m_eos, rows);
        const auto lists = DeviceTop::of(rows, at::zeros({prompts, 1}, rows.options()), m_vocabulary, 1);
        for (std::int64_t p = 0; p < prompts; ++p) {
            const DeviceTop::List& list = lists[static_cast<std::size_t>(p)];
            Writing& writing = *m_writings[static_cast<std::size_t>(p)];
            if (!writing.isOver())
                writing.append(list.isSure ? static_cast<TokenId>(list.entries.front().place)
                                           : mostProbableOf(rows.select(0, p)));
        }
    }

    /// Of equals the first, which the device does not tell.
    TokenId mostProbableOf(const Tensor& row) const
    {
        const Tensor here = row.cpu();
        return mostProbable({here.data_ptr<float>(), static_cast<std::size_t>(m_vocabulary)});
    }

    void advanceDrawn(const Tensor& logits, std::int64_t rowsEach)
    {
        const Tensor rows = logits.to(at::kFloat).cpu();
        m_team.run(std::ssize(m_writings), [&](std::int64_t p) {
            std::vector<float*> each;
            for (std::int64_t s = 0; s < m_slots; ++s)
                each.push_back(rows.data_ptr<float>() +
                               (p * rowsEach + std::min(s, rowsEach - 1)) * rows.size(1));
            if (auto& writing = *m_writings[static_cast<std::size_t>(p)]; !writing.isOver())
                writing.advance(each, m_vocabulary);
        });
    }

    const DeviceWeights& m_weights;
    DeviceDecoder& m_decoder;
    const GenerationConfig& m_config;
    TokenId m_eos;
    std::int64_t m_vocabulary, m_slots;
    ShardTeam& m_team;
    std::vector<TokenId> m_ids;
    std::vector<std::unique_ptr<Writing>> m_writings;
    std::vector<std::int64_t> m_tokens, m_parents;
};

std::int64_t promptsTogether(const DeviceWeights& weights, const Prompts& prompts,
                             const GenerationConfig& config)
{
    std::size_t longest = 1;
    for (const auto& prompt : prompts)
        longest = std::max(longest, prompt.size());
    const std::int64_t each =
        DeviceDecoder::memoryFor(weights.layout().architecture, static_cast<std::int64_t>(longest),
                                 slotsOf(config), config.maxNewTokens, weights.products());
    const std::int64_t room = std::max(kMemory, cardOf(weights.device()).freeMemory * 8 / 10);
    return std::clamp<std::int64_t>(room / each, 1, kPromptsTogether);
}

/// Writes after groups of at most so many prompts.
Result<Sequences> writeGroups(const DeviceWeights& weights, const Prompts& prompts,
                              const GenerationConfig& config, Seed seed, const LanguageWork& work,
                              std::int64_t together,
                              const std::function<void(const GenerationProgress&)>& onProgress)
{
    ShardTeam team(work.threads);
    const auto each = static_cast<std::size_t>(config.returnSequences);
    Sequences all(prompts.size() * each);
    WritingProgress progress(std::ssize(prompts), onProgress);
    std::optional<DeviceDecoder> decoder;
    for (const PromptGroup& places : groupsOf(prompts, static_cast<std::size_t>(together))) {
        const std::int64_t count = std::ssize(places), length = std::ssize(prompts[places.front()]);
        const bool serves = decoder && decoder->promptLength() == length && count <= decoder->prompts() &&
                            2 * count > decoder->prompts();
        if (!serves) {
            decoder.reset();
            decoder.emplace(weights, count, length, slotsOf(config), config.maxNewTokens);
        }
        Group group(weights, *decoder, prompts, places, config, seed, team);
        if (!group.write(work.stop))
            return stopped();
        for (std::size_t i = 0; i < places.size(); ++i) {
            Sequences own = group.results(i);
            progress.add(own);
            std::move(own.begin(), own.end(), all.begin() + static_cast<std::ptrdiff_t>(places[i] * each));
        }
        progress.tell(all);
    }
    return all;
}

} // namespace

Result<Sequences> writeOn(const DeviceWeights& weights, const Prompts& prompts,
                          const GenerationConfig& config, Seed seed, const LanguageWork& work,
                          const std::function<void(const GenerationProgress&)>& onProgress)
{
    // Too little memory: half as many prompts side by side. What is written does not depend on it.
    for (std::int64_t together = promptsTogether(weights, prompts, config);; together = (together + 1) / 2)
        try {
            return writeGroups(weights, prompts, config, seed, work, together, onProgress);
        } catch (const c10::OutOfMemoryError&) {
            if (together == 1)
                return systemError("There is not enough memory on " + weights.device().str() +
                                   " to go on from even one prompt; --device cpu has the machine's own.");
        }
}

} // namespace hareloom::neural
