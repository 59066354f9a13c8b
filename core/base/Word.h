// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// What a choice is called in experiments, on the command line and in messages. The words of a choice are an
/// array of these beside its enumeration, and nowhere else.
template<class Choice>
struct Word
{
    Choice value;
    std::string_view word;
};

template<class Choice, std::size_t N>
constexpr std::string_view wordOf(const std::array<Word<Choice>, N>& words, Choice value)
{
    for (const auto& each : words)
        if (each.value == value)
            return each.word;
    return {};
}

/// Nothing for a word that is none of them.
template<class Choice, std::size_t N>
std::optional<Choice> choiceOf(const std::array<Word<Choice>, N>& words, std::string_view word)
{
    for (const auto& each : words)
        if (each.word == word)
            return each.value;
    return std::nullopt;
}

/// All of a choice's words, in order.
template<class Choice, std::size_t N>
std::vector<std::string> wordsOf(const std::array<Word<Choice>, N>& words)
{
    std::vector<std::string> all;
    for (const auto& each : words)
        all.emplace_back(each.word);
    return all;
}

} // namespace hareloom
