// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hareloom::neural {

struct MatrixRef;

/// Two steps of a sum, k and k + 1, as bfloat16: the lower half is the first. A last step without a second
/// has a zero.
using HalfPair = std::uint32_t;
constexpr std::int64_t pairsOf(std::int64_t k)
{
    return (k + 1) / 2;
}

/// As GemmStrip, with factors in bfloat16 and sums in 32 bits.
struct HalfStrip
{
    std::int64_t m = 0, pairs = 0;
    std::int64_t columns = 64;
    const HalfPair* a = nullptr; // element (i, p) is a[i * aRow + p * aPair]
    std::int64_t aRow = 0, aPair = 1;
    const HalfPair* panel = nullptr; // (pairs, kPanel)
    float* c = nullptr;
    std::int64_t cStride = 0;
    const float* bias = nullptr;
    const float* addend = nullptr;
    std::int64_t addendStride = 0;
    bool rectifies = false;
};

/// Whether this processor multiplies bfloat16 (AVX512_BF16). Nothing below may be called elsewhere.
bool multipliesHalves();

void multiplyStrip(const HalfStrip& strip);

/// (k, columns) of B as pairs (pairsOf(k), kPanel); what it has too few of are zeros. Rounds to nearest
/// even. One of B's strides is 1.
void packHalfPanel(const MatrixRef& b, std::int64_t k, std::int64_t columns, HalfPair* to);

/// Rows of pairs begin on a multiple of this, and are written to its end.
constexpr std::int64_t halvesPadded(std::int64_t count)
{
    return (count + 15) / 16 * 16;
}

/// (rows, k) of A as pairs, in A's own order: its rows side by side, (rows, pairs), or its columns, (pairs,
/// rows). `to` takes both counts padded. Tells `strip` where they are. One of A's strides is 1.
void packHalfRows(const MatrixRef& a, std::int64_t rows, std::int64_t k, HalfPair* to, HalfStrip& strip);

} // namespace hareloom::neural
