// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

// One version of a function for each width of vector register, chosen when the program starts. All give the
// same bytes, since they use exactly rounded IEEE operations, each on its own lane, in the same order.
// Sanitizers cannot follow the dispatch and get the plain version.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define HARELOOM_EVERY_WIDTH __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define HARELOOM_EVERY_WIDTH
#endif
#define HARELOOM_INLINE inline __attribute__((always_inline))

/// Elementary functions without branches or tables, for loops that the compiler turns into vector code.
/// They use no conversion between integers and doubles, which AVX2 lacks for 64 bits.
namespace hareloom::vec {

/// ln u for normal u > 0; error below 1 ulp or 1e-16. u = 2^e m, m in [sqrt(1/2), sqrt(2)), ln m = 2 atanh((m-1)/(m+1)).
HARELOOM_INLINE double log(double u)
{
    constexpr std::uint64_t kRootHalf = 0x3FE6A09E667F3BCDu;
    const std::uint64_t shifted = std::bit_cast<std::uint64_t>(u) + (0x3FF0000000000000u - kRootHalf);
    const double e = std::bit_cast<double>((shifted >> 52) | 0x4330000000000000u) - (4503599627370496.0 + 1023.0);
    const double m = std::bit_cast<double>((shifted & 0x000FFFFFFFFFFFFFu) + kRootHalf);
    const double s = (m - 1.0) / (m + 1.0);
    const double z = s * s;
    double p = 1.0 / 19;
    p = p * z + 1.0 / 17;
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
HARELOOM_INLINE double expOfNegative(double x)
{
    const double clamped = x < -708.0 ? -708.0 : x;
    const double shifted = clamped * 1.44269504088896340736 + 6755399441055744.0; // 1.5 * 2^52: rounds to whole
    const double n = shifted - 6755399441055744.0;
    const double r = (clamped - n * 6.93147180369123816490e-01) - n * 1.90821492927058770002e-10;
    double p = 1.0 / 6227020800.0;
    p = p * r + 1.0 / 479001600.0;
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
    const double power = std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) << 52) + 0x3FF0000000000000u);
    return x < -708.0 ? 0.0 : p * power;
}

} // namespace hareloom::vec
