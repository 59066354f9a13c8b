// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hareloom {

enum class NumberType { F32, F16, BF16, Other };

inline std::size_t bytesOf(NumberType type)
{
    return type == NumberType::F32 ? 4 : 2;
}

/// An array that lies in a file: row-major, little endian. As long as its shape says, unless of another type.
struct TensorView
{
    std::string name;
    NumberType type = NumberType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::uint8_t> bytes;
};

/// Numbers [0, count) as 32-bit floats; `type` is not Other.
void readNumbers(NumberType type, const std::uint8_t* from, std::int64_t count, float* to);

/// The other way, to the nearest (F32 and F16 alone); beyond 16 bits' range, infinite.
void writeNumbers(NumberType type, const float* from, std::int64_t count, std::uint8_t* to);

} // namespace hareloom
