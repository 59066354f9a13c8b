// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NormalKernel.h"

#include "core/base/VectorMath.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace hareloom::detail {
namespace {

using vec::kLanes;
using vec::LaneBits;
using vec::Lanes;

constexpr int kGroups = 4; // of eight pairs, worked on side by side: one's steps fill the waits of another's
constexpr std::uint64_t kLow = 0xFFFFFFFFu;

HARELOOM_INLINE LaneBits loadBits(const std::uint64_t* from)
{
    LaneBits x;
    __builtin_memcpy(&x, from, sizeof x);
    return x;
}
HARELOOM_INLINE void storeBits(std::uint64_t* to, const LaneBits& x)
{
    __builtin_memcpy(to, &x, sizeof x);
}

// Philox keeps each 32-bit word in a 64-bit lane, where one instruction gives both halves of a product.
template<int n>
HARELOOM_INLINE void philox(Seed seed, const LaneBits (&blocks)[n], LaneBits (&first)[n],
                            LaneBits (&second)[n])
{
    LaneBits x0[n], x1[n], x2[n], x3[n];
    for (int g = 0; g < n; ++g) {
        x0[g] = blocks[g] & kLow;
        x1[g] = blocks[g] >> 32;
        x2[g] = x3[g] = LaneBits{};
    }
    std::uint64_t k0 = seed & kLow, k1 = seed >> 32;
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round) {
        for (int g = 0; g < n; ++g) {
            const LaneBits p0 = x0[g] * 0xD2511F53u, p1 = x2[g] * 0xCD9E8D57u;
            x0[g] = (p1 >> 32) ^ x1[g] ^ k0;
            x1[g] = p1 & kLow;
            x2[g] = (p0 >> 32) ^ x3[g] ^ k1;
            x3[g] = p0 & kLow;
        }
        k0 = (k0 + 0x9E3779B9u) & kLow;
        k1 = (k1 + 0xBB67AE85u) & kLow;
    }
    for (int g = 0; g < n; ++g) {
        first[g] = x0[g] | (x1[g] << 32);
        second[g] = x2[g] | (x3[g] << 32);
    }
}

// 2^-53 ... 1, never 0: the logarithm's argument.
HARELOOM_INLINE Lanes positiveUnit(const LaneBits& word)
{
    // The mantissa trick instead of a 64-bit conversion, which AVX2 lacks: [1, 2) with 52 bits, then the
    // 53rd.
    const Lanes oneTwo = std::bit_cast<Lanes>((word >> 12) | 0x3FF0000000000000u);
    const Lanes last = std::bit_cast<Lanes>((0 - ((word >> 11) & 1u)) & 0x3CA0000000000000u);
    return 2.0 - oneTwo - last;
}

HARELOOM_INLINE Lanes squareRoot(const Lanes& x)
{
    Lanes root;
    for (int i = 0; i < kLanes; ++i)
        root[i] = std::sqrt(x[i]);
    return root;
}

// sin and cos of a full turn times word / 2^64: the top two bits are the quadrant, the rest the angle
// within it, taken symmetrically about zero as t in [-1/2, 1/2) quarter turns.
HARELOOM_INLINE void sinCos(const LaneBits& word, Lanes& sine, Lanes& cosine)
{
    const Lanes oneTwo = std::bit_cast<Lanes>(((word << 2) >> 12) | 0x3FF0000000000000u);
    const Lanes x = (oneTwo - 1.5) * 1.57079632679489661923;
    const Lanes z = x * x;
    Lanes s = z * (-1.0 / 1307674368000.0) + 1.0 / 6227020800.0;
    s = s * z - 1.0 / 39916800.0;
    s = s * z + 1.0 / 362880.0;
    s = s * z - 1.0 / 5040.0;
    s = s * z + 1.0 / 120.0;
    s = s * z - 1.0 / 6.0;
    s = x + x * z * s;
    Lanes c = z * (-1.0 / 87178291200.0) + 1.0 / 479001600.0;
    c = c * z - 1.0 / 3628800.0;
    c = c * z + 1.0 / 40320.0;
    c = c * z - 1.0 / 720.0;
    c = c * z + 1.0 / 24.0;
    c = c * z - 0.5;
    c = 1.0 + z * c;
    // Quadrant q turns (c, s) by q quarter turns: swap for odd q, then signs.
    const LaneBits odd = 0 - ((word >> 62) & 1u);
    const LaneBits sBits = std::bit_cast<LaneBits>(s), cBits = std::bit_cast<LaneBits>(c);
    const LaneBits swap = (sBits ^ cBits) & odd;
    const LaneBits sineSign = (word >> 63) << 63;
    const LaneBits cosineSign = ((word >> 63) ^ ((word >> 62) & 1u)) << 63;
    sine = std::bit_cast<Lanes>(sBits ^ swap ^ sineSign);
    cosine = std::bit_cast<Lanes>(cBits ^ swap ^ cosineSign);
}

template<int n>
HARELOOM_INLINE void boxMuller(Seed seed, const LaneBits (&pairs)[n], Lanes (&first)[n], Lanes (&second)[n])
{
    LaneBits radii[n], angles[n];
    philox(seed, pairs, radii, angles);
    Lanes radius[n];
    for (int g = 0; g < n; ++g)
        radius[g] = squareRoot(-2.0 * vec::log(positiveUnit(radii[g])));
    for (int g = 0; g < n; ++g)
        sinCos(angles[g], second[g], first[g]);
    for (int g = 0; g < n; ++g) {
        first[g] *= radius[g];
        second[g] *= radius[g];
    }
}

template<int n>
HARELOOM_INLINE void sequenceOf(Seed seed, std::uint64_t pair, double* out)
{
    LaneBits pairs[n];
    for (int g = 0; g < n; ++g)
        pairs[g] = LaneBits{0, 1, 2, 3, 4, 5, 6, 7} + (pair + static_cast<std::uint64_t>(g * kLanes));
    Lanes a[n], b[n];
    boxMuller(seed, pairs, a, b);
    for (int g = 0; g < n; ++g, out += 2 * kLanes) {
        vec::store(out, __builtin_shufflevector(a[g], b[g], 0, 8, 1, 9, 2, 10, 3, 11));
        vec::store(out + kLanes, __builtin_shufflevector(a[g], b[g], 4, 12, 5, 13, 6, 14, 7, 15));
    }
}

template<int n>
HARELOOM_INLINE void pairsOf(Seed seed, const std::uint64_t* pairs, double* first, double* second)
{
    LaneBits loaded[n];
    for (int g = 0; g < n; ++g)
        loaded[g] = loadBits(pairs + g * kLanes);
    Lanes a[n], b[n];
    boxMuller(seed, loaded, a, b);
    for (int g = 0; g < n; ++g) {
        vec::store(first + g * kLanes, a[g]);
        vec::store(second + g * kLanes, b[g]);
    }
}

template<int n>
HARELOOM_INLINE void wordsOf(Seed seed, const std::uint64_t* blocks, std::uint64_t* first,
                             std::uint64_t* second)
{
    LaneBits loaded[n], a[n], b[n];
    for (int g = 0; g < n; ++g)
        loaded[g] = loadBits(blocks + g * kLanes);
    philox(seed, loaded, a, b);
    for (int g = 0; g < n; ++g) {
        storeBits(first + g * kLanes, a[g]);
        storeBits(second + g * kLanes, b[g]);
    }
}

/// Where the next chunk of `size` begins: the last one goes back, so as to end with the range. Some places
/// are made twice, and none needs a loop of its own.
HARELOOM_INLINE std::int64_t chunkAt(std::int64_t done, std::int64_t count, int size)
{
    return std::min(done, count - size);
}

/// `groups` lies between 1 and kGroups.
HARELOOM_INLINE void sequenceOfGroups(std::int64_t groups, Seed seed, std::uint64_t pair, double* out)
{
    static_assert(kGroups == 4);
    switch (groups) {
    case 1:
        return sequenceOf<1>(seed, pair, out);
    case 2:
        return sequenceOf<2>(seed, pair, out);
    case 3:
        return sequenceOf<3>(seed, pair, out);
    default:
        return sequenceOf<4>(seed, pair, out);
    }
}

// In the next three `count` is at least kLanes. Whole groups first, four side by side as long as there are as
// many; what is left is at the end of a last group that goes back.
HARELOOM_EVERY_WIDTH
void sequence(Seed seed, std::uint64_t pair, std::int64_t count, double* out)
{
    constexpr int kWide = kGroups * kLanes;
    std::int64_t done = 0;
    for (; count - done >= kWide; done += kWide)
        sequenceOf<kGroups>(seed, pair + static_cast<std::uint64_t>(done), out + 2 * done);
    while (done < count) {
        const std::int64_t left = count - done;
        const bool mayGoBack = done >= kLanes; // so that less than a group takes part in the last step
        const std::int64_t groups = mayGoBack ? (left + kLanes - 1) / kLanes : left / kLanes;
        const std::int64_t at = chunkAt(done, count, static_cast<int>(groups) * kLanes);
        sequenceOfGroups(groups, seed, pair + static_cast<std::uint64_t>(at), out + 2 * at);
        done = at + groups * kLanes;
    }
}

HARELOOM_EVERY_WIDTH
void listed(Seed seed, const std::uint64_t* pairs, int count, double* first, double* second)
{
    constexpr int kWide = 2 * kLanes;
    if (count < kWide)
        for (int done = 0; done < count; done += kLanes) {
            const std::int64_t at = chunkAt(done, count, kLanes);
            pairsOf<1>(seed, pairs + at, first + at, second + at);
        }
    else
        for (int done = 0; done < count; done += kWide) {
            const std::int64_t at = chunkAt(done, count, kWide);
            pairsOf<2>(seed, pairs + at, first + at, second + at);
        }
}

HARELOOM_EVERY_WIDTH
void listedWords(Seed seed, const std::uint64_t* blocks, int count, std::uint64_t* first,
                 std::uint64_t* second)
{
    for (int done = 0; done < count; done += kLanes) {
        const std::int64_t at = chunkAt(done, count, kLanes);
        wordsOf<1>(seed, blocks + at, first + at, second + at);
    }
}

/// Calls a function of at least kLanes numbers with fewer.
template<class Value, class Function>
void padded(const Function& function, Seed seed, const std::uint64_t* numbers, int count, Value* first,
            Value* second)
{
    std::uint64_t all[kLanes] = {};
    Value a[kLanes], b[kLanes];
    std::copy(numbers, numbers + count, all);
    function(seed, all, kLanes, a, b);
    std::copy(a, a + count, first);
    std::copy(b, b + count, second);
}

} // namespace

void normalPairs(Seed seed, const std::uint64_t* pairs, int count, double* first, double* second)
{
    if (count < kLanes)
        return padded(listed, seed, pairs, count, first, second);
    listed(seed, pairs, count, first, second);
}

void normalSequence(Seed seed, std::uint64_t pair, std::int64_t count, double* out)
{
    if (count >= kLanes)
        return sequence(seed, pair, count, out);
    double all[2 * kLanes];
    sequence(seed, pair, kLanes, all);
    std::copy(all, all + 2 * count, out);
}

void philoxWords(Seed seed, const std::uint64_t* blocks, int count, std::uint64_t* first,
                 std::uint64_t* second)
{
    if (count < kLanes)
        return padded(listedWords, seed, blocks, count, first, second);
    listedWords(seed, blocks, count, first, second);
}

} // namespace hareloom::detail
