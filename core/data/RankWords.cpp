// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/RankWords.h"

#include <numeric>
#include <string_view>

namespace hareloom {
namespace {

constexpr std::string_view kOnsets = "bdgklmnrstvz", kVowels = "aeiou";
constexpr auto kSyllables = static_cast<std::int64_t>(kOnsets.size() * kVowels.size());

/// A step through 0 ... count-1 that meets each of them once, and neighbours far apart.
std::int64_t strideOf(std::int64_t count)
{
    auto stride = static_cast<std::int64_t>(0.618 * static_cast<double>(count));
    while (std::gcd(stride, count) != 1)
        ++stride;
    return stride;
}

} // namespace

std::string wordOfRank(std::int64_t rank)
{
    std::int64_t count = kSyllables;
    int syllables = 1;
    for (; rank >= count; ++syllables) {
        rank -= count;
        count *= kSyllables;
    }
    // Ranks that follow each other get words that are not alike.
    std::int64_t number = rank * strideOf(count) % count;
    std::string word;
    for (int i = 0; i < syllables; ++i) {
        const auto syllable = static_cast<std::size_t>(number % kSyllables);
        number /= kSyllables;
        word += kOnsets[syllable % kOnsets.size()];
        word += kVowels[syllable / kOnsets.size()];
    }
    return word;
}

} // namespace hareloom
