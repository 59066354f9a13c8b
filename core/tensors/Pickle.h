// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hareloom {

/// A tensor as a state_dict's pickle describes it.
struct PickledTensor
{
    std::string storageType; // "FloatStorage"
    std::string storageKey;  // file "data/KEY"
    std::int64_t storageCount = 0;
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape, strides;
};

/// Names and tensors of the dictionary that the pickle (protocol 2 to 5) makes; other values are passed over.
/// Errors: InvalidFile; the message begins with "found".
Result<std::vector<std::pair<std::string, PickledTensor>>>
readStateDict(std::span<const std::uint8_t> pickle);

} // namespace hareloom
