// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hareloom {

/// A word of the real text that a chain writes no more.
struct LostWord
{
    std::string word;
    std::int64_t count = 0; // how often it stands in the real text
    int generation = 0;     // the first that does not write it, nor does any after it
};

/// In the order in which they were lost; of one generation the most frequent first. `chain`: from generation 0 on, without
/// a gap. Empty where the words were not kept (metric survivingWords).
std::vector<LostWord> lostWords(std::span<const GenerationPtr> chain);

} // namespace hareloom
