// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageGeneration.h"
#include "core/neural/kernels/TopList.h"

#include <span>

namespace hareloom::neural {

/// Beam search of one prompt, by the rules of Hugging Face transformers' (5.12): 2 x beams candidates a step;
/// those that end compete with the hypotheses kept so far, the best of the others run on.
class BeamSearch
{
public:
    BeamSearch(const GenerationConfig& config, std::span<const TokenId> prompt, TokenId eos);

    /// The running beams, prompt included; as many as config.beams.
    const std::vector<std::vector<TokenId>>& running() const { return m_running; }

    /// One step from the log probabilities that follow each running beam, rules applied: (beams) rows of
    /// `vocabulary` numbers.
    void advance(const std::vector<const float*>& rows, std::int64_t vocabulary);
    /// The same where the 2 x beams best sums of scores() and log probability were found elsewhere: best
    /// first, of equals those of smaller places; places are beam * vocabulary + token.
    void advance(std::span<const TopList::Entry> best, std::int64_t vocabulary);
    /// Log probability of each running beam's new tokens; those that may not win are far below.
    const std::vector<float>& scores() const { return m_scores; }

    /// Of the beams that run now: from which of the last ones each came.
    const std::vector<int>& parents() const { return m_parents; }
    bool isOver() const { return m_isOver; }
    /// Best first; new tokens only. Needs isOver().
    std::vector<GeneratedSequence> results() const;

private:
    struct Hypothesis
    {
        std::vector<TokenId> text;
        float score;
        bool isDone;
    };
    struct Candidate
    {
        int parent;
        TokenId token;
        float score;
        bool ends;
    };
    void keepRunning(const std::vector<Candidate>& all);
    void keepFinished(const std::vector<Candidate>& all);
    void judge(bool allEnd);
    bool allDone() const;

    GenerationConfig m_config;
    TokenId m_eos;
    std::int64_t m_promptLength, m_length; // m_length: of the running beams
    std::vector<std::vector<TokenId>> m_running, m_last;
    std::vector<float> m_scores;
    std::vector<int> m_parents;
    std::vector<Hypothesis> m_finished;
    bool m_canImprove = true, m_isOver = false;
    TopList m_top;
};

} // namespace hareloom::neural
