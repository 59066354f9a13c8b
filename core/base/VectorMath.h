// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

// One version of a function for each width of vector register, chosen when the program starts. All give the
// same bytes, since they use exactly rounded IEEE operations, each on its own lane, in the same order.
// Sanitizers cannot follow the dispatch and get the plain version.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&     \
    !defined(__SANITIZE_THREAD__)
#define HARELOOM_EVERY_WIDTH __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define HARELOOM_EVERY_WIDTH
#endif
#define HARELOOM_INLINE inline __attribute__((always_inline))

/// Elementary functions without branches or tables, for one double or for eight side by side. They use no
/// conversion between integers and doubles, which AVX2 lacks for 64 bits.
namespace hareloom::vec {

// Vectors wider than the plainest processor's are passed only between functions that are inlined.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpsabi"

inline constexpr int kLanes = 8;
/// Eight doubles on which arithmetic works lane by lane; the compiler splits them over the registers there
/// are.
typedef double Lanes __attribute__((vector_size(kLanes * sizeof(double))));
typedef std::uint64_t LaneBits __attribute__((vector_size(kLanes * sizeof(double))));

template<class T>
struct BitsOf
{
    using Type = std::uint64_t;
};
template<>
struct BitsOf<Lanes>
{
    using Type = LaneBits;
};

HARELOOM_INLINE Lanes load(const double* from)
{
    Lanes x;
    __builtin_memcpy(&x, from, sizeof x);
    return x;
}
HARELOOM_INLINE void store(double* to, const Lanes& x)
{
    __builtin_memcpy(to, &x, sizeof x);
}

/// In an order that does not depend on the registers.
HARELOOM_INLINE double sum(const Lanes& x)
{
    return ((x[0] + x[4]) + (x[1] + x[5])) + ((x[2] + x[6]) + (x[3] + x[7]));
}

/// ln u for normal u > 0; error below 1 ulp or 1e-16. u = 2^e m, m in [sqrt(1/2), sqrt(2)), ln m = 2
/// atanh((m-1)/(m+1)).
template<class T>
HARELOOM_INLINE T log(const T& u)
{
    using Bits = typename BitsOf<T>::Type;
    constexpr std::uint64_t kRootHalf = 0x3FE6A09E667F3BCDu;
    const Bits shifted = std::bit_cast<Bits>(u) + (0x3FF0000000000000u - kRootHalf);
    const Bits exponent = (shifted >> 52) | 0x4330000000000000u;
    const Bits mantissa = (shifted & 0x000FFFFFFFFFFFFFu) + kRootHalf;
    const T e = std::bit_cast<T>(exponent) - (4503599627370496.0 + 1023.0);
    const T m = std::bit_cast<T>(mantissa);
    const T s = (m - 1.0) / (m + 1.0);
    const T z = s * s;
    T p = z * (1.0 / 19) + 1.0 / 17;
    p = p * z + 1.0 / 15;
    p = p * z + 1.0 / 13;
    p = p * z + 1.0 / 11;
    p = p * z + 1.0 / 9;
    p = p * z + 1.0 / 7;
    p = p * z + 1.0 / 5;
    p = p * z + 1.0 / 3;
    return e * 0.693147180559945309417 + (2.0 * s + 2.0 * s * z * p);
}

/// e^x for x <= 0, relative error below 1e-15; 0 below -708 (and so for -inf).
template<class T>
HARELOOM_INLINE T expOfNegative(const T& x)
{
    using Bits = typename BitsOf<T>::Type;
    const T lowest = T{} - 708.0;
    const T clamped = x > lowest ? x : lowest;
    const T shifted = clamped * 1.44269504088896340736 + 6755399441055744.0; // 1.5 * 2^52: rounds to whole
    const T n = shifted - 6755399441055744.0;
    const T r = (clamped - n * 6.93147180369123816490e-01) - n * 1.90821492927058770002e-10;
    T p = r * (1.0 / 6227020800.0) + 1.0 / 479001600.0;
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    const Bits power = (std::bit_cast<Bits>(shifted) << 52) + 0x3FF0000000000000u;
    return x > lowest ? p * std::bit_cast<T>(power) : T{};
}

#pragma GCC diagnostic pop

} // namespace hareloom::vec
