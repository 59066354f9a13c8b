// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/ngram/PollEvery.h"

#include <cstdint>
#include <vector>

namespace hareloom {

/// A place in a text, and the number of the run of tokens that ends before it.
struct RunPlace
{
    std::uint32_t run, at;
};

/// Sorts by `run`, all of which are below `runs`; places of one run stay in their order. By digits (radix
/// sort): in time proportional to the number of places, whatever they hold. `spare` is its room. False when
/// stopped.
bool sortByRun(std::vector<RunPlace>& places, std::vector<RunPlace>& spare, std::uint32_t runs,
               PollEvery& poll);

} // namespace hareloom
