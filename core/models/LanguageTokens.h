// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace hareloom {

using TokenId = std::int32_t;

/// Token ids in rows of equal length, side by side: (count, length). The paper's blocks have 64 tokens.
struct TokenBlocks
{
    std::int64_t length = 64;
    std::vector<TokenId> ids;

    std::int64_t count() const { return length > 0 ? std::ssize(ids) / length : 0; }
    std::span<const TokenId> operator[](std::int64_t row) const
    {
        return std::span(ids).subspan(static_cast<std::size_t>(row * length),
                                      static_cast<std::size_t>(length));
    }
};

} // namespace hareloom
