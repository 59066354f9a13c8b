// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/NamedValues.h"
#include "core/text/FactStatement.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hareloom {

/// What a model of text wrote, to be read, and what was found in it. UTF-8; lists of one length belong together.
struct WrittenTexts
{
    /// The experiment's chosen prompts, and how the model goes on from each.
    std::vector<std::string> prompts, answers;
    /// Some rows of its sample as text, the first of them, each with the prompt that it continues; "": with none.
    std::vector<std::string> passages, passagePrompts;
    /// Of each generated block, the mean negative log probability of its tokens under generation 0's model,
    /// in nats a token (n); e^nats is its perplexity. +inf where that model gives a token no chance. Empty before
    /// it was measured.
    std::vector<float> firstNats = {};
    /// Which kind of topic each generated block speaks of, an index into `kindNames`; kNoKind: none that is
    /// known. Empty where the text's topics are not known at all.
    std::vector<std::uint8_t> kinds = {};
    std::vector<std::string> kindNames = {};
    /// What each answer and each passage says that can be held against the corpus's facts, places in bytes of it. Empty
    /// where the text's facts are not known.
    std::vector<std::vector<FactStatement>> answerFacts = {}, passageFacts = {};
    /// The different words of the real text and how often each stands in it, the most frequent first. In generation 0's
    /// view alone, and where the metric survivingWords is measured.
    std::vector<std::string> words = {};
    std::vector<std::int64_t> wordCounts = {};
    /// Which of these words stand in what this generation wrote, 1 or 0 for each.
    std::vector<std::uint8_t> standing = {};
    /// Of the real text. In generation 0's view alone.
    NamedValues real = {};

    static constexpr std::uint8_t kNoKind = 0xFF;
    bool operator==(const WrittenTexts&) const = default;
};

} // namespace hareloom
