// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/TextUnits.h"

#include <cstdint>
#include <string>

namespace hareloom {

/// The longest run of tokens that is counted.
inline constexpr std::int64_t kMaxOrder = 6;

/// Beside SamplingSettings.
struct NGramSettings
{
    std::int64_t order = 3; // 1 ... kMaxOrder: how many tokens a counted run has
    TextUnits units = TextUnits::Words;
    std::string tokenizer = "field-guide"; // units pieces: a model of the program's own, or a folder
    double addK = 0;                       // added to the count of every token; 0: maximum likelihood
    bool prompted = true;                  // each block goes on from a block of text; else it begins anew
    bool greedy = false;                   // writes the most frequent token each time
};

} // namespace hareloom
