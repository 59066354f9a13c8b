// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/PixelLoss.h"

#include "core/base/VectorMath.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace hareloom::neural {
namespace {

// Vectors wider than the plainest processor's are passed only between functions that are inlined.
#pragma GCC diagnostic ignored "-Wpsabi"

constexpr int kLanes = 16;
/// Sixteen floats on which arithmetic works lane by lane; the compiler splits them over the registers there
/// are.
typedef float Lanes __attribute__((vector_size(kLanes * sizeof(float))));
typedef std::int32_t LaneBits __attribute__((vector_size(kLanes * sizeof(std::int32_t))));

constexpr int kFactors = 64; // each in [1, 2]: their product stays below 2^64

HARELOOM_INLINE Lanes load(const float* from)
{
    Lanes x;
    std::memcpy(&x, from, sizeof x);
    return x;
}

/// e^-a for 0 <= a, e^-87 above; NaN for NaN. Error below 2 ulp: a = n ln 2 - r, and a polynomial for e^r.
HARELOOM_INLINE Lanes expOfMinus(const Lanes& x)
{
    constexpr float kLog2e = 1.44269504F, kLn2High = 0.693359375F, kLn2Low = -2.12194440e-4F;
    constexpr float kRound = 12582912.0F; // 1.5 * 2^23: adding it rounds to a whole number
    const Lanes most = Lanes{} + 87.0F;
    const Lanes a = x > most ? most : x;
    const Lanes shifted = a * kLog2e + kRound;
    const Lanes n = shifted - kRound;
    const Lanes r = (n * kLn2High - a) + n * kLn2Low;
    Lanes p = r * 1.9875691500e-4F + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * (r * r) + r + 1.0F;
    const LaneBits whole = std::bit_cast<LaneBits>(shifted) - std::bit_cast<std::int32_t>(kRound);
    return p * std::bit_cast<Lanes>((127 - whole) << 23);
}

/// ln(1 + e^l) = max(l, 0) + ln(1 + e^-|l|), and logarithms are summed as one logarithm of a product.
HARELOOM_INLINE void takeStep(float* logits, const float* pixels, Lanes& linear, Lanes& product)
{
    const Lanes l = load(logits), x = load(pixels), none{};
    const Lanes e = expOfMinus(l < none ? -l : l);
    const Lanes inverse = 1.0F / (1.0F + e);
    linear += (l > none ? l : none) - l * x;
    product *= 1.0F + e;
    const Lanes gradient = (l < none ? e * inverse : inverse) - x;
    std::memcpy(logits, &gradient, sizeof gradient);
}

HARELOOM_EVERY_WIDTH
double lossOfBlock(float* logits, const float* pixels, std::int64_t steps)
{
    Lanes linear{}, product = Lanes{} + 1.0F;
    for (std::int64_t s = 0; s < steps; ++s)
        takeStep(logits + s * kLanes, pixels + s * kLanes, linear, product);
    double sum = 0;
    for (int k = 0; k < kLanes; ++k)
        sum += static_cast<double>(linear[k]) + std::log(static_cast<double>(product[k]));
    return sum;
}

/// What does not fill the lanes, with others beside it that add nothing.
double lossOfRest(float* logits, const float* pixels, std::int64_t count)
{
    float someLogits[kLanes], somePixels[kLanes] = {};
    std::fill_n(someLogits, kLanes, -1000.0F);
    std::copy_n(logits, count, someLogits);
    std::copy_n(pixels, count, somePixels);
    const double sum = lossOfBlock(someLogits, somePixels, 1);
    std::copy_n(someLogits, count, logits);
    return sum;
}

} // namespace

double crossEntropyAndGradient(float* logits, const float* pixels, std::int64_t count)
{
    constexpr std::int64_t kBlock = std::int64_t{kLanes} * kFactors;
    const std::int64_t whole = count / kLanes * kLanes;
    double sum = 0;
    for (std::int64_t at = 0; at < whole; at += kBlock)
        sum += lossOfBlock(logits + at, pixels + at, std::min(kBlock, whole - at) / kLanes);
    return whole == count ? sum : sum + lossOfRest(logits + whole, pixels + whole, count - whole);
}

HARELOOM_EVERY_WIDTH
void sumOfRows(const float* values, std::int64_t rows, std::int64_t columns, float* sums)
{
    std::fill_n(sums, columns, 0.0F);
    for (std::int64_t i = 0; i < rows; ++i)
        for (std::int64_t j = 0; j < columns; ++j)
            sums[j] += values[i * columns + j];
}

} // namespace hareloom::neural
