// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace hareloom {

/// Parts a text into words as GPT-2 does, before pairs are merged within each (Radford et al. 2019):
///   's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
/// where \s is Unicode's White_Space. The words follow one another without a gap. One thread at a time; the
/// text must live as long and be UTF-8 (invalidUtf8At() is nothing).
class PreTokenizer
{
public:
    explicit PreTokenizer(std::string_view text);
    ~PreTokenizer();
    PreTokenizer(const PreTokenizer&) = delete;
    PreTokenizer& operator=(const PreTokenizer&) = delete;

    /// Empty at the end of the text.
    std::string_view next();

private:
    struct Match;
    std::unique_ptr<Match> m_match;
    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace hareloom
