// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NormalKernel.h"

#include "core/base/VectorMath.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace hareloom::detail {
namespace {

constexpr int kChunk = 16; // pairs that the loops below take at once: two of the widest registers
constexpr std::uint64_t kLow = 0xFFFFFFFFu;

struct Words
{
    alignas(64) std::uint64_t first[kChunk];
    alignas(64) std::uint64_t second[kChunk];
};

// Philox keeps each 32-bit word in a 64-bit lane, where one instruction gives both halves of a product.
HARELOOM_INLINE void philox(Seed seed, const std::uint64_t* blocks, Words& out)
{
    for (int i = 0; i < kChunk; ++i) {
        std::uint64_t x0 = blocks[i] & kLow, x1 = blocks[i] >> 32, x2 = 0, x3 = 0;
        std::uint64_t k0 = seed & kLow, k1 = seed >> 32;
        for (int round = 0; round < 10; ++round) {
            const std::uint64_t p0 = x0 * 0xD2511F53u, p1 = x2 * 0xCD9E8D57u;
            x0 = (p1 >> 32) ^ x1 ^ k0;
            x1 = p1 & kLow;
            x2 = (p0 >> 32) ^ x3 ^ k1;
            x3 = p0 & kLow;
            k0 = (k0 + 0x9E3779B9u) & kLow;
            k1 = (k1 + 0xBB67AE85u) & kLow;
        }
        out.first[i] = x0 | (x1 << 32);
        out.second[i] = x2 | (x3 << 32);
    }
}

// 2^-53 ... 1, never 0: the logarithm's argument.
HARELOOM_INLINE double positiveUnit(std::uint64_t word)
{
    // The mantissa trick instead of a 64-bit conversion, which AVX2 lacks: [1, 2) with 52 bits, then the
    // 53rd.
    const double oneTwo = std::bit_cast<double>((word >> 12) | 0x3FF0000000000000u);
    const double last = std::bit_cast<double>((0 - ((word >> 11) & 1u)) & 0x3CA0000000000000u);
    return 2.0 - oneTwo - last;
}

// sin and cos of a full turn times word / 2^64: the top two bits are the quadrant, the rest the angle
// within it, taken symmetrically about zero as t in [-1/2, 1/2) quarter turns.
HARELOOM_INLINE void sinCos(std::uint64_t word, double& sine, double& cosine)
{
    const double oneTwo = std::bit_cast<double>(((word << 2) >> 12) | 0x3FF0000000000000u);
    const double x = (oneTwo - 1.5) * 1.57079632679489661923;
    const double z = x * x;
    double s = -1.0 / 1307674368000.0;
    s = s * z + 1.0 / 6227020800.0;
    s = s * z - 1.0 / 39916800.0;
    s = s * z + 1.0 / 362880.0;
    s = s * z - 1.0 / 5040.0;
    s = s * z + 1.0 / 120.0;
    s = s * z - 1.0 / 6.0;
    s = x + x * z * s;
    double c = -1.0 / 87178291200.0;
    c = c * z + 1.0 / 479001600.0;
    c = c * z - 1.0 / 3628800.0;
    c = c * z + 1.0 / 40320.0;
    c = c * z - 1.0 / 720.0;
    c = c * z + 1.0 / 24.0;
    c = c * z - 0.5;
    c = 1.0 + z * c;
    // Quadrant q turns (c, s) by q quarter turns: swap for odd q, then signs.
    const std::uint64_t odd = 0 - ((word >> 62) & 1u);
    const std::uint64_t sBits = std::bit_cast<std::uint64_t>(s), cBits = std::bit_cast<std::uint64_t>(c);
    const std::uint64_t swap = (sBits ^ cBits) & odd;
    const std::uint64_t sineSign = (word >> 63) << 63;
    const std::uint64_t cosineSign = ((word >> 63) ^ ((word >> 62) & 1u)) << 63;
    sine = std::bit_cast<double>(sBits ^ swap ^ sineSign);
    cosine = std::bit_cast<double>(cBits ^ swap ^ cosineSign);
}

HARELOOM_INLINE void normalsOfChunk(Seed seed, const std::uint64_t* pairs, double* first, double* second)
{
    Words words;
    philox(seed, pairs, words);
    for (int i = 0; i < kChunk; ++i) {
        const double radius = std::sqrt(-2.0 * vec::log(positiveUnit(words.first[i])));
        double sine, cosine;
        sinCos(words.second[i], sine, cosine);
        first[i] = radius * cosine;
        second[i] = radius * sine;
    }
}

// `count` is a multiple of kChunk in the next two.
HARELOOM_EVERY_WIDTH
void normalsOfChunks(Seed seed, const std::uint64_t* pairs, int count, double* first, double* second)
{
    for (int done = 0; done < count; done += kChunk)
        normalsOfChunk(seed, pairs + done, first + done, second + done);
}

HARELOOM_EVERY_WIDTH
void wordsOfChunks(Seed seed, const std::uint64_t* blocks, int count, std::uint64_t* first,
                   std::uint64_t* second)
{
    for (int done = 0; done < count; done += kChunk) {
        Words words;
        philox(seed, blocks + done, words);
        std::copy(words.first, words.first + kChunk, first + done);
        std::copy(words.second, words.second + kChunk, second + done);
    }
}

/// Runs a chunk function on any count: what is left over goes through a chunk of its own.
template<class Value, class Chunks>
void inChunks(const Chunks& chunks, Seed seed, const std::uint64_t* numbers, int count, Value* first,
              Value* second)
{
    const int whole = count - count % kChunk, left = count - whole;
    chunks(seed, numbers, whole, first, second);
    if (left == 0)
        return;
    std::uint64_t padded[kChunk] = {};
    Value a[kChunk], b[kChunk];
    std::copy(numbers + whole, numbers + count, padded);
    chunks(seed, padded, kChunk, a, b);
    std::copy(a, a + left, first + whole);
    std::copy(b, b + left, second + whole);
}

} // namespace

void normalPairs(Seed seed, const std::uint64_t* pairs, int count, double* first, double* second)
{
    inChunks(normalsOfChunks, seed, pairs, count, first, second);
}

void philoxWords(Seed seed, const std::uint64_t* blocks, int count, std::uint64_t* first,
                 std::uint64_t* second)
{
    inChunks(wordsOfChunks, seed, blocks, count, first, second);
}

} // namespace hareloom::detail
