// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace hareloom {

/// A whole sentence with places for named values: "Generation {generation}: kind {kind} was not drawn." A translation
/// may put the places in another order. Sentences are never put together from parts.
struct Sentence
{
    std::string_view key;
    std::string_view words;
};

/// All that the program tells of runs, in one list: what a family adds stands here, too, so that all of it is
/// translated at once.
std::span<const Sentence> sentences();

/// Its words; an unknown key is a bug and throws.
std::string_view wordsOf(std::string_view key);

} // namespace hareloom
