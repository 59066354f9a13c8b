// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

#include <cstdint>
#include <memory>
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

    bool operator==(const TokenBlocks&) const = default;
};
using TokenBlocksPtr = std::shared_ptr<const TokenBlocks>;

/// Blocks as rows (n, length) of whole numbers, converted when read.
class TokenRows final : public Dataset
{
public:
    /// The first `count` of `blocks`; at most as many as there are.
    TokenRows(TokenBlocksPtr blocks, std::int64_t count) : m_blocks(std::move(blocks)), m_count(count) {}
    explicit TokenRows(const TokenBlocksPtr& blocks) : TokenRows(blocks, blocks->count()) {}

    std::int64_t rows() const override { return m_count; }
    int dimension() const override { return static_cast<int>(m_blocks->length); }
    void read(std::int64_t first, MatrixRef out) const override;
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override;

private:
    TokenBlocksPtr m_blocks;
    std::int64_t m_count;
};

/// The rows of `data` as blocks again. They hold whole numbers.
TokenBlocks tokenBlocksOf(const Dataset& data);

} // namespace hareloom
