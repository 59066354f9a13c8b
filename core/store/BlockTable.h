// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ChainPlan.h"
#include "core/store/GenerationBlock.h"

#include <cstdint>
#include <span>

namespace hareloom {

/// Where a block begins, as a row's number: by chain, then generation.
inline constexpr int kIndexBits = 32;
constexpr std::int64_t placeNumber(ChainIndex chain, int index)
{
    return static_cast<std::int64_t>(chain) << kIndexBits | index;
}

/// What a block's digest is of: the variant and the number of its chain within it, which stay when chains are
/// added; the index of its first generation, its seed and how many there are; its bytes.
Digest blockDigest(const ChainPlan& plan, ChainIndex chain, int first, int count,
                   std::span<const std::uint8_t> body);

/// Digests of blocks in any order, as one.
inline void mixInto(Digest& sum, const Digest& digest)
{
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] ^= digest[i];
}

/// Of names, in their order.
Digest namesDigest(const MetricTable& metrics);

} // namespace hareloom
