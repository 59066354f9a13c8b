// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/HalfKernel.h"

#include "core/neural/kernels/Gemm.h"
#include "core/neural/kernels/GemmKernel.h"

#include <algorithm>
#include <cstdlib>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define HARELOOM_HALVES 1
#include <immintrin.h>
#endif

namespace hareloom::neural {

#ifdef HARELOOM_HALVES

bool multipliesHalves()
{
    static const bool can = [] {
        __builtin_cpu_init();
        return __builtin_cpu_supports("x86-64-v4") && __builtin_cpu_supports("avx512bf16");
    }();
    return can;
}

#pragma GCC push_options
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized" // in GCC 12's own headers
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx512bf16,avx2,fma,prefer-vector-width=512")

namespace {

#define HARELOOM_ALWAYS inline __attribute__((always_inline))

constexpr std::int64_t kLanes = 16;

HARELOOM_ALWAYS __mmask16 firstOf(std::int64_t count)
{
    return static_cast<__mmask16>((1u << count) - 1u);
}

/// Up to 16 numbers as bfloat16, each in the lower half of 32 bits.
HARELOOM_ALWAYS __m512i halves(const float* from, std::int64_t count)
{
    const __m512 x = _mm512_maskz_loadu_ps(firstOf(count), from);
    return _mm512_cvtepu16_epi32(reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(x)));
}

/// Up to 16 pairs of one number each from two rows; no second row: zeros.
HARELOOM_ALWAYS __m512i pairsAcross(const float* first, const float* second, std::int64_t count)
{
    const __m512i low = halves(first, count);
    return second ? _mm512_or_si512(low, _mm512_slli_epi32(halves(second, count), 16)) : low;
}

/// Up to 32 neighbours as 16 pairs.
HARELOOM_ALWAYS __m512i pairsAlong(const float* from, std::int64_t count)
{
    const __m512 low = _mm512_maskz_loadu_ps(firstOf(std::min(kLanes, count)), from);
    const __m512 high =
        count > kLanes ? _mm512_maskz_loadu_ps(firstOf(count - kLanes), from + kLanes) : _mm512_setzero_ps();
    return reinterpret_cast<__m512i>(_mm512_cvtne2ps_pbh(high, low));
}

/// Rows become columns: 64 shuffles for 256 pairs.
HARELOOM_ALWAYS void transpose(__m512i (&rows)[kLanes])
{
    __m512i twos[kLanes], fours[kLanes];
    for (int i = 0; i < kLanes; i += 2) {
        twos[i] = _mm512_unpacklo_epi32(rows[i], rows[i + 1]);
        twos[i + 1] = _mm512_unpackhi_epi32(rows[i], rows[i + 1]);
    }
    for (int i = 0; i < kLanes; i += 4)
        for (int j = 0; j < 2; ++j) {
            fours[i + 2 * j] = _mm512_unpacklo_epi64(twos[i + j], twos[i + j + 2]);
            fours[i + 2 * j + 1] = _mm512_unpackhi_epi64(twos[i + j], twos[i + j + 2]);
        }
    // A quarter of fours[4 g + c] is four rows of column 4 * quarter + c.
    constexpr int kEven = 0x88, kOdd = 0xdd;
    for (int c = 0; c < 4; ++c) {
        const __m512i even0 = _mm512_shuffle_i32x4(fours[c], fours[4 + c], kEven);
        const __m512i even1 = _mm512_shuffle_i32x4(fours[8 + c], fours[12 + c], kEven);
        const __m512i odd0 = _mm512_shuffle_i32x4(fours[c], fours[4 + c], kOdd);
        const __m512i odd1 = _mm512_shuffle_i32x4(fours[8 + c], fours[12 + c], kOdd);
        rows[c] = _mm512_shuffle_i32x4(even0, even1, kEven);
        rows[4 + c] = _mm512_shuffle_i32x4(odd0, odd1, kEven);
        rows[8 + c] = _mm512_shuffle_i32x4(even0, even1, kOdd);
        rows[12 + c] = _mm512_shuffle_i32x4(odd0, odd1, kOdd);
    }
}

/// Rows x (Vectors * 16) of C, all of it in registers.
template<int Rows, int Vectors>
HARELOOM_ALWAYS void multiplyTile(const HalfStrip& s, const HalfPair* a, const HalfPair* panel, float* c,
                                  const float* bias, const float* addend)
{
    __m512 sum[Rows][Vectors];
    for (int i = 0; i < Rows; ++i)
        for (int j = 0; j < Vectors; ++j)
            sum[i][j] = _mm512_setzero_ps();
    const std::int64_t aRow = s.aRow, aPair = s.aPair;
    for (std::int64_t p = 0; p < s.pairs; ++p) {
        __m512i b[Vectors];
        for (int j = 0; j < Vectors; ++j)
            b[j] = _mm512_loadu_si512(panel + j * kLanes);
        for (int i = 0; i < Rows; ++i) {
            const __m512i x = _mm512_set1_epi32(static_cast<int>(a[i * aRow]));
            for (int j = 0; j < Vectors; ++j)
                sum[i][j] = _mm512_dpbf16_ps(sum[i][j], reinterpret_cast<__m512bh>(x),
                                             reinterpret_cast<__m512bh>(b[j]));
        }
        a += aPair;
        panel += kPanel;
    }
    for (int i = 0; i < Rows; ++i)
        for (int j = 0; j < Vectors; ++j) {
            __m512 value = sum[i][j];
            if (bias)
                value = _mm512_add_ps(value, _mm512_loadu_ps(bias + j * kLanes));
            if (addend)
                value = _mm512_add_ps(value, _mm512_loadu_ps(addend + i * s.addendStride + j * kLanes));
            if (s.rectifies)
                value = _mm512_max_ps(value, _mm512_setzero_ps());
            _mm512_storeu_ps(c + i * s.cStride + j * kLanes, value);
        }
}

template<int Rows, int Vectors>
HARELOOM_ALWAYS void multiplyRows(const HalfStrip& s, std::int64_t row)
{
    for (std::int64_t column = 0; column < s.columns; column += Vectors * kLanes)
        multiplyTile<Rows, Vectors>(s, s.a + row * s.aRow, s.panel + column, s.c + row * s.cStride + column,
                                    s.bias ? s.bias + column : nullptr,
                                    s.addend ? s.addend + row * s.addendStride + column : nullptr);
}

} // namespace

void multiplyStrip(const HalfStrip& s)
{
    std::int64_t row = 0;
    for (; row + 6 <= s.m; row += 6)
        multiplyRows<6, 4>(s, row);
    for (; row + 2 <= s.m; row += 2)
        multiplyRows<2, 4>(s, row);
    for (; row < s.m; ++row)
        multiplyRows<1, 4>(s, row);
}

void packHalfPanel(const MatrixRef& b, std::int64_t k, std::int64_t columns, HalfPair* to)
{
    const std::int64_t pairs = pairsOf(k);
    if (columns < kPanel)
        std::fill_n(to, pairs * kPanel, 0u);
    if (b.columnStride == 1) {
        for (std::int64_t p = 0; p < pairs; ++p)
            for (std::int64_t j = 0; j < columns; j += kLanes) {
                const float* first = b.data + 2 * p * b.rowStride + j;
                const float* second = 2 * p + 1 < k ? first + b.rowStride : nullptr;
                _mm512_storeu_si512(to + p * kPanel + j,
                                    pairsAcross(first, second, std::min(kLanes, columns - j)));
            }
        return;
    }
    for (std::int64_t p = 0; p < pairs; p += kLanes)
        for (std::int64_t j = 0; j < columns; j += kLanes) {
            const std::int64_t there = std::min(kLanes, columns - j), steps = std::min(2 * kLanes, k - 2 * p);
            __m512i block[kLanes];
            for (std::int64_t i = 0; i < kLanes; ++i)
                block[i] = i < there ? pairsAlong(b.data + 2 * p + (j + i) * b.columnStride, steps)
                                     : _mm512_setzero_si512();
            transpose(block);
            for (std::int64_t q = 0; q < std::min(kLanes, pairs - p); ++q)
                _mm512_storeu_si512(to + (p + q) * kPanel + j, block[q]);
        }
}

void packHalfRows(const MatrixRef& a, std::int64_t rows, std::int64_t k, HalfPair* to, HalfStrip& strip)
{
    const std::int64_t pairs = pairsOf(k);
    strip.a = to;
    if (a.columnStride == 1) {
        strip.aRow = halvesPadded(pairs);
        strip.aPair = 1;
        for (std::int64_t i = 0; i < rows; ++i)
            for (std::int64_t p = 0; p < pairs; p += kLanes)
                _mm512_storeu_si512(to + i * strip.aRow + p, pairsAlong(a.data + i * a.rowStride + 2 * p,
                                                                        std::min(2 * kLanes, k - 2 * p)));
        return;
    }
    strip.aRow = 1;
    strip.aPair = halvesPadded(rows);
    for (std::int64_t p = 0; p < pairs; ++p)
        for (std::int64_t i = 0; i < rows; i += kLanes) {
            const float* first = a.data + 2 * p * a.columnStride + i;
            const float* second = 2 * p + 1 < k ? first + a.columnStride : nullptr;
            _mm512_storeu_si512(to + p * strip.aPair + i,
                                pairsAcross(first, second, std::min(kLanes, rows - i)));
        }
}

#pragma GCC diagnostic pop
#pragma GCC pop_options

#else

bool multipliesHalves()
{
    return false;
}
void multiplyStrip(const HalfStrip&)
{
    std::abort();
}
void packHalfPanel(const MatrixRef&, std::int64_t, std::int64_t, HalfPair*)
{
    std::abort();
}
void packHalfRows(const MatrixRef&, std::int64_t, std::int64_t, HalfPair*, HalfStrip&)
{
    std::abort();
}

#endif

} // namespace hareloom::neural
