// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/families/language/LanguageGeneration.h"

#include <chrono>
#include <functional>
#include <memory>
#include <span>

namespace hareloom::neural {

class BeamSearch;

/// What one prompt's slots do in a step.
struct WritingMove
{
    std::int64_t prompt = 0;
    std::vector<TokenId> tokens; // (slots): written now
    std::vector<int> parents;    // (slots): from which slot of the last step each goes on
};

/// How one prompt is continued; told the logits that follow its slots, says what they write.
class Writing
{
public:
    virtual ~Writing() = default;
    /// `logits` (slots) rows, scratch afterwards.
    virtual void advance(const std::vector<float*>& logits, std::int64_t vocabulary) = 0;
    virtual bool isOver() const = 0;
    virtual WritingMove move() const = 0;
    virtual std::vector<GeneratedSequence> results() const = 0;
    /// For whoever finds the best candidates elsewhere; null where this is no beam search.
    virtual BeamSearch* search() { return nullptr; }
    /// For whoever finds the most probable token elsewhere: the first slot's text so far, which it is then
    /// appended to. Null where this is a beam search.
    virtual const std::vector<TokenId>* text() const { return nullptr; }
    virtual void append(TokenId /*token*/) {}
};

inline bool usesBeams(const GenerationConfig& config)
{
    return !config.isSampled && config.beams > 1;
}
/// Texts that one prompt has side by side.
inline std::int64_t slotsOf(const GenerationConfig& config)
{
    return config.isSampled ? config.returnSequences : config.beams;
}

/// By beam search, or the most probable token or a drawn one, each slot on its own.
std::unique_ptr<Writing> makeWriting(const GenerationConfig& config, std::span<const TokenId> prompt,
                                     TokenId eos, Seed seed);

/// Prompts of one length, by their places among all.
using PromptGroup = std::vector<std::size_t>;
/// Prompts of equal length, at most so many together.
std::vector<PromptGroup> groupsOf(const std::vector<std::vector<TokenId>>& prompts, std::size_t together);

/// Counts what is written, and tells of it.
class WritingProgress
{
public:
    WritingProgress(std::int64_t prompts, const std::function<void(const GenerationProgress&)>& onProgress)
        : m_onProgress(onProgress)
    {
        m_progress.promptsInAll = prompts;
    }
    /// One prompt's sequences.
    void add(std::span<const GeneratedSequence> sequences);
    /// `all`: every prompt's sequences, those that are not written yet without a token.
    void tell(std::span<const GeneratedSequence> all);

private:
    const std::function<void(const GenerationProgress&)>& m_onProgress;
    GenerationProgress m_progress;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace hareloom::neural
