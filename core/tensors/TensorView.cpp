// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/TensorView.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace hareloom {
namespace {

float ofHalf(std::uint16_t half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000u) << 16;
    const std::uint32_t exponent = half >> 10 & 0x1Fu, fraction = half & 0x3FFu;
    if (exponent == 0) {
        const float small = std::ldexp(static_cast<float>(fraction), -24);
        return sign ? -small : small;
    }
    const std::uint32_t wide = exponent == 0x1F ? 0xFFu : exponent + (127 - 15);
    return std::bit_cast<float>(sign | wide << 23 | fraction << 13);
}

/// To the nearest, of two equally near to the even one.
std::uint16_t toHalf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>(bits >> 16 & 0x8000u);
    const float magnitude = std::fabs(value);
    if (!(magnitude < 65520.0F)) // NaN too
        return static_cast<std::uint16_t>(sign | (std::isnan(value) ? 0x7E00u : 0x7C00u));
    if (magnitude < 6.103515625e-5F) // below the smallest normal one: a whole number of 2^-24
        return static_cast<std::uint16_t>(
            sign | static_cast<std::uint16_t>(std::nearbyint(std::ldexp(magnitude, 24))));
    const std::uint32_t kept = std::bit_cast<std::uint32_t>(magnitude) - (112u << 23);
    return static_cast<std::uint16_t>(sign | ((kept + 0xFFFu + (kept >> 13 & 1u)) >> 13));
}

} // namespace

void writeNumbers(NumberType type, const float* from, std::int64_t count, std::uint8_t* to)
{
    if (type == NumberType::F32) {
        if (count > 0)
            std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
        return;
    }
    for (std::int64_t i = 0; i < count; ++i) {
        const std::uint16_t half = toHalf(from[i]);
        std::memcpy(to + 2 * i, &half, sizeof half);
    }
}

void readNumbers(NumberType type, const std::uint8_t* from, std::int64_t count, float* to)
{
    if (type == NumberType::F32) {
        if (count > 0) // memcpy() takes no null, not even for nothing
            std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
        return;
    }
    for (std::int64_t i = 0; i < count; ++i) {
        std::uint16_t bits = 0;
        std::memcpy(&bits, from + 2 * i, sizeof bits);
        to[i] = type == NumberType::F16 ? ofHalf(bits)
                                        : std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
    }
}

} // namespace hareloom
