// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/TokenBlocks.h"

#include <algorithm>

namespace hareloom {
namespace {

void convert(std::span<const TokenId> block, std::int64_t row, MatrixRef out)
{
    for (std::size_t j = 0; j < block.size(); ++j)
        out(row, static_cast<Eigen::Index>(j)) = block[j];
}

} // namespace

void TokenRows::read(std::int64_t first, MatrixRef out) const
{
    for (Eigen::Index i = 0; i < out.rows(); ++i)
        convert((*m_blocks)[first + i], i, out);
}

void TokenRows::gather(std::span<const std::int64_t> indices, MatrixRef out) const
{
    for (std::size_t i = 0; i < indices.size(); ++i)
        convert((*m_blocks)[indices[i]], static_cast<std::int64_t>(i), out);
}

TokenBlocks tokenBlocksOf(const Dataset& data)
{
    TokenBlocks blocks;
    blocks.length = data.dimension();
    blocks.ids.reserve(static_cast<std::size_t>(data.rows() * blocks.length));
    Matrix some;
    for (std::int64_t first = 0; first < data.rows(); first += kBlockRows) {
        some.resize(std::min(kBlockRows, data.rows() - first), data.dimension());
        data.read(first, some);
        for (Eigen::Index i = 0; i < some.rows(); ++i)
            for (Eigen::Index j = 0; j < some.cols(); ++j)
                blocks.ids.push_back(static_cast<TokenId>(some(i, j)));
    }
    return blocks;
}

} // namespace hareloom
