// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace hareloom {

/// Parts a text into words, which follow one another without a gap, by a rule in which \s is Unicode's
/// White_Space. One thread at a time; the text must live as long and be UTF-8 (invalidUtf8At() is nothing).
class PreTokenizer
{
public:
    enum class Rule {
        /// As GPT-2 does, before pairs are merged within each (Radford et al. 2019):
        ///   's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
        Gpt2,
        /// Whole words, with what belongs to them, and each other character (see UnitVocabulary.h):
        ///    ?[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*| ?[^\s\p{L}\p{M}\p{N}_]|\s
        Words,
    };

    explicit PreTokenizer(std::string_view text, Rule rule = Rule::Gpt2);
    ~PreTokenizer();
    PreTokenizer(const PreTokenizer&) = delete;
    PreTokenizer& operator=(const PreTokenizer&) = delete;

    /// Empty at the end of the text.
    std::string_view next();

private:
    class Pattern;
    struct Match;
    static const Pattern& patternOf(Rule rule);

    const Pattern& m_pattern;
    std::unique_ptr<Match> m_match;
    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace hareloom
