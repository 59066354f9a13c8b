// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/GemmKernel.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

#define HARELOOM_ALWAYS inline __attribute__((always_inline))

template<int Lanes>
struct Wide
{
    typedef float Aligned __attribute__((vector_size(Lanes * sizeof(float))));
    typedef float Type __attribute__((vector_size(Lanes * sizeof(float)), aligned(4)));
};

/// Rows x (Vectors * Lanes) of C, all of it in registers.
template<int Lanes, int Rows, int Vectors>
HARELOOM_ALWAYS void multiplyTile(const GemmStrip& s, const float* a, const float* panel, float* c,
                                  const float* bias, const float* addend)
{
    using V = typename Wide<Lanes>::Aligned;
    using U = typename Wide<Lanes>::Type;
    V sum[Rows][Vectors];
    for (int i = 0; i < Rows; ++i)
        for (int j = 0; j < Vectors; ++j)
            sum[i][j] = V{};
    const std::int64_t aRow = s.aRow, aColumn = s.aColumn;
    for (std::int64_t k = 0; k < s.k; ++k) {
        V b[Vectors];
        for (int j = 0; j < Vectors; ++j)
            b[j] = *reinterpret_cast<const U*>(panel + j * Lanes);
        for (int i = 0; i < Rows; ++i)
            for (int j = 0; j < Vectors; ++j)
                sum[i][j] += a[i * aRow] * b[j];
        a += aColumn;
        panel += kPanel;
    }
    for (int i = 0; i < Rows; ++i)
        for (int j = 0; j < Vectors; ++j) {
            V value = sum[i][j];
            if (bias)
                value += *reinterpret_cast<const U*>(bias + j * Lanes);
            if (addend)
                value += *reinterpret_cast<const U*>(addend + i * s.addendStride + j * Lanes);
            if (s.rectifies)
                value = value > 0.0F ? value : V{};
            *reinterpret_cast<U*>(c + i * s.cStride + j * Lanes) = value;
        }
}

template<int Lanes, int Rows, int Vectors>
HARELOOM_ALWAYS void multiplyRows(const GemmStrip& s, std::int64_t row)
{
    for (std::int64_t column = 0; column < s.columns; column += Vectors * Lanes)
        multiplyTile<Lanes, Rows, Vectors>(s, s.a + row * s.aRow, s.panel + column,
                                           s.c + row * s.cStride + column, s.bias ? s.bias + column : nullptr,
                                           s.addend ? s.addend + row * s.addendStride + column : nullptr);
}

template<int Lanes, int Rows, int Vectors>
HARELOOM_ALWAYS void multiply(const GemmStrip& s)
{
    std::int64_t row = 0;
    for (; row + Rows <= s.m; row += Rows)
        multiplyRows<Lanes, Rows, Vectors>(s, row);
    // What is left, in one tile: five beams are as many rows.
    switch (s.m - row) {
    case 7:
        return multiplyRows<Lanes, 7, Vectors>(s, row);
    case 6:
        return multiplyRows<Lanes, 6, Vectors>(s, row);
    case 5:
        return multiplyRows<Lanes, 5, Vectors>(s, row);
    case 4:
        return multiplyRows<Lanes, 4, Vectors>(s, row);
    case 3:
        return multiplyRows<Lanes, 3, Vectors>(s, row);
    case 2:
        return multiplyRows<Lanes, 2, Vectors>(s, row);
    case 1:
        return multiplyRows<Lanes, 1, Vectors>(s, row);
    default:
        return;
    }
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) &&                            \
    !defined(__SANITIZE_THREAD__)
__attribute__((target("arch=x86-64-v4,prefer-vector-width=512"))) void multiply512(const GemmStrip& s)
{
    s.columns > 32 ? multiply<16, 6, 4>(s) : multiply<16, 8, 2>(s);
}
__attribute__((target("arch=x86-64-v3"))) void multiply256(const GemmStrip& s)
{
    multiply<8, 6, 2>(s);
}
void multiply128(const GemmStrip& s)
{
    multiply<4, 4, 2>(s);
}
using Multiply = void (*)(const GemmStrip&);
Multiply widest()
{
    __builtin_cpu_init();
    return __builtin_cpu_supports("x86-64-v4")   ? multiply512
           : __builtin_cpu_supports("x86-64-v3") ? multiply256
                                                 : multiply128;
}
#else
void multiplyAnywhere(const GemmStrip& s)
{
    multiply<4, 4, 4>(s);
}
auto* widest()
{
    return multiplyAnywhere;
}
#endif

} // namespace

void multiplyStrip(const GemmStrip& strip)
{
    static const auto chosen = widest();
    chosen(strip);
}

} // namespace hareloom::neural
