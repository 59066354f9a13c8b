// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/tensors/TensorView.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace hareloom {

/// One array of 32-bit floats, row-major.
struct NamedTensor
{
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

struct TensorFile
{
    std::vector<NamedTensor> tensors; // in the order of their places in the file
    std::map<std::string, std::string> metadata;
};

/// The safetensors format (Hugging Face): eight bytes of header length, a JSON header, then the numbers,
/// little endian, without gaps. Same tensors, same bytes.
std::vector<std::uint8_t> toSafetensors(const TensorFile& file);

/// Takes F32 tensors only. Every span must be as long as its shape says, lie within the file and overlap no
/// other, with no gap between. Errors: InvalidFile; the message begins with "found".
Result<TensorFile> readSafetensors(std::span<const std::uint8_t> bytes);

/// The arrays where they lie in `bytes`, checked in the same way, of any type (others than 16- and 32-bit
/// floats are Other). Metadata are passed over. Errors: InvalidFile; the message begins with "found".
Result<std::vector<TensorView>> viewSafetensors(std::span<const std::uint8_t> bytes);

} // namespace hareloom
