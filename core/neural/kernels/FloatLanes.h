// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/VectorMath.h"

#include <cstdint>
#include <cstring>

/// Sixteen floats on which arithmetic works lane by lane, and elementary functions of them. Sums over a row
/// run over lanes in a fixed order, so that they do not depend on the registers.
namespace hareloom::neural::lanes {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpsabi"

inline constexpr std::int64_t kLanes = 16;
typedef float F __attribute__((vector_size(kLanes * sizeof(float))));
typedef std::int32_t I __attribute__((vector_size(kLanes * sizeof(float))));
typedef std::uint32_t U __attribute__((vector_size(kLanes * sizeof(float))));

HARELOOM_INLINE F load(const float* from)
{
    F x;
    std::memcpy(&x, from, sizeof x);
    return x;
}
HARELOOM_INLINE void store(float* to, const F& x)
{
    std::memcpy(to, &x, sizeof x);
}
/// The first `count` lanes; the others are `rest`.
HARELOOM_INLINE F loadSome(const float* from, std::int64_t count, float rest)
{
    F x = F{} + rest;
    std::memcpy(&x, from, static_cast<std::size_t>(count) * sizeof(float));
    return x;
}
HARELOOM_INLINE void storeSome(float* to, const F& x, std::int64_t count)
{
    std::memcpy(to, &x, static_cast<std::size_t>(count) * sizeof(float));
}

/// Halves upon halves: the same order on every width of register.
template<class Join>
HARELOOM_INLINE float folded(F x, const Join& join)
{
    x = join(x, __builtin_shuffle(x, I{8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7}));
    x = join(x, __builtin_shuffle(x, I{4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11}));
    x = join(x, __builtin_shuffle(x, I{2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13}));
    return join(x, __builtin_shuffle(x, I{1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14}))[0];
}
HARELOOM_INLINE float sum(const F& x)
{
    return folded(
        x, [](const F& a, const F& b) __attribute__((always_inline)) { return a + b; });
}
HARELOOM_INLINE F larger(const F& a, const F& b)
{
    return a > b ? a : b;
}
HARELOOM_INLINE float largest(const F& x)
{
    return folded(
        x, [](const F& a, const F& b) __attribute__((always_inline)) { return larger(a, b); });
}

/// e^x, relative error below 2e-7; 0 below -87, capped at e^88.
HARELOOM_INLINE F exp(const F& x)
{
    const F lowest = F{} - 87.0F, highest = F{} + 88.0F;
    const F low = x > lowest ? x : lowest;
    const F clamped = low < highest ? low : highest;
    const F shifted = clamped * 1.44269504F + 12582912.0F; // 1.5 * 2^23: rounds to whole
    const F n = shifted - 12582912.0F;
    const F r = (clamped - n * 0.693359375F) + n * 2.12194440e-4F;
    F p = r * 1.9875691500e-4F + 1.3981999507e-3F; // Cephes' expf
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    const I power = ((I)shifted << 23) + 0x3F800000;
    return x > lowest ? p * (F)power : F{};
}

HARELOOM_INLINE F tanh(const F& x)
{
    const F magnitude = x < 0.0F ? -x : x;
    const F e = exp(magnitude * -2.0F);
    const F small = x * x; // the quotient cancels near 0
    const F series = x * (1.0F - small * (1.0F / 3.0F - small * (2.0F / 15.0F - small * (17.0F / 315.0F))));
    const F t = (1.0F - e) / (1.0F + e);
    const F quotient = x < 0.0F ? -t : t;
    return magnitude < 0.1F ? series : quotient;
}

#pragma GCC diagnostic pop

} // namespace hareloom::neural::lanes
