// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace hareloom {

/// An invented word for each rank of a vocabulary, rank >= 0: put together from syllables, the same for the same rank,
/// different for different ones. Common words are the short ones, as in languages (Zipf 1935): one syllable up to rank
/// 59, two up to rank 3,659.
std::string wordOfRank(std::int64_t rank);

} // namespace hareloom
