// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/RunSort.h"

#include <bit>
#include <numeric>

namespace hareloom {
namespace {

constexpr int kMostDigitBits = 10; // as many places to write to as a processor keeps at hand

/// One digit of all. False when stopped.
bool sortByDigit(const std::vector<RunPlace>& from, std::vector<RunPlace>& to, int shift, std::uint32_t mask,
                 PollEvery& poll)
{
    std::vector<std::uint32_t> begins(mask + 2);
    for (const RunPlace& place : from)
        ++begins[(place.run >> shift & mask) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    for (const RunPlace& place : from) {
        to[begins[place.run >> shift & mask]++] = place;
        if (!poll.proceed())
            return false;
    }
    return true;
}

} // namespace

bool sortByRun(std::vector<RunPlace>& places, std::vector<RunPlace>& spare, std::uint32_t runs,
               PollEvery& poll)
{
    const int bits = std::bit_width(runs - 1), passes = (bits + kMostDigitBits - 1) / kMostDigitBits;
    const int digit = passes > 0 ? (bits + passes - 1) / passes : 0;
    spare.resize(places.size());
    for (int pass = 0; pass < passes; ++pass) {
        if (!sortByDigit(places, spare, pass * digit, (1U << digit) - 1, poll))
            return false;
        places.swap(spare);
    }
    return true;
}

} // namespace hareloom
