// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hareloom {

/// A sentence's value: a count, a number to three digits, or a name.
using Argument = std::variant<std::int64_t, double, std::string>;
using Arguments = std::vector<std::pair<std::string_view, Argument>>;

/// How telling an event is. A run has room for few sentences: the less there is left, the more telling they must be.
enum class Weight { Low, Middle, High, Most }; // Most: always told

/// One thing that happened in a chain, as a value: its words are templates of core/family/Sentences.h, its numbers are
/// the run's own. Any thread may read it.
struct Event
{
    ChainIndex chain = 0;
    int generation = 0;
    std::string_view key;    // of its sentence
    std::string_view reason; // of the sentence that says why; empty: none is known
    Arguments arguments;     // of both sentences
    std::string metric;      // that shows the same; empty: none does
    Weight weight = Weight::Middle;
    bool isEnd = false; // of what can happen in the chain
};

/// The argument's value; it is there.
const Argument& argumentOf(const Event& event, std::string_view name);

/// Finds the words of a template in another language; the English ones where it is empty.
using Translation = std::string (*)(std::string_view english);

/// "Generation 7: kind 4 was not drawn."
std::string sentenceOf(const Event& event, Translation translation = nullptr);
/// "It had 1 chance in 21 of being missed in 100 draws, and what is not drawn cannot come back." Or nothing.
std::string reasonOf(const Event& event, Translation translation = nullptr);

/// The template with its places {name} filled in. Every place has its argument: another one is a bug, and throws.
std::string filled(std::string_view pattern, const Arguments& arguments);
/// To three digits: 0.0123, 12.3, 12300.
std::string toldNumber(double value);

} // namespace hareloom
