// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/train/WeightGradients.h"

#include "core/neural/kernels/FloatLanes.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kOutputs = 384, kInputs = 256; // of one piece of a product
constexpr std::int64_t kSlice = 64;                   // columns of the tables that one thread adds up

HARELOOM_EVERY_WIDTH
void addRows(std::int64_t n, const float* from, std::int64_t stride, std::int64_t count, float* to)
{
    for (std::int64_t row = 0; row < n; ++row, from += stride)
        for (std::int64_t i = 0; i < count; ++i)
            to[i] += from[i];
}

} // namespace

void WeightGradients::product(std::int64_t n, const float* dy, std::int64_t outputs, std::int64_t stride,
                              const float* x, std::int64_t inputs, std::int64_t weight)
{
    for (std::int64_t o = 0; o < outputs; o += kOutputs)
        for (std::int64_t i = 0; i < inputs; i += kInputs)
            m_pieces.emplace_back([=, this] {
                float* to = m_gradient + weight + o * inputs + i;
                gemm(std::min(kOutputs, outputs - o), std::min(kInputs, inputs - i), n, {dy + o, 1, stride},
                     {x + i, inputs, 1}, to, inputs, {nullptr, m_isFirst ? nullptr : to, inputs, false},
                     m_precision);
            });
}

void WeightGradients::linear(std::int64_t n, const float* dy, std::int64_t outputs, const float* x,
                             std::int64_t inputs, std::int64_t weight, std::int64_t bias)
{
    product(n, dy, outputs, outputs, x, inputs, weight);
    columnSums(n, dy, outputs, outputs, bias);
}

void WeightGradients::shardSum(const float* parts, std::int64_t shards, std::int64_t stride,
                               std::int64_t count, std::int64_t to)
{
    columnSums(shards, parts, stride, count, to);
}

void WeightGradients::columnSums(std::int64_t n, const float* from, std::int64_t stride, std::int64_t count,
                                 std::int64_t to)
{
    m_pieces.emplace_back([=, this] {
        if (m_isFirst)
            std::fill_n(m_gradient + to, count, 0.0F);
        addRows(n, from, stride, count, m_gradient + to);
    });
}

void WeightGradients::run(ShardTeam& team, const StopToken& stop)
{
    team.run(std::ssize(m_pieces), [&](std::int64_t i) {
        if (!stop.stopRequested())
            m_pieces[static_cast<std::size_t>(i)]();
    });
}

void addEmbeddingGradients(ShardTeam& team, const LanguageLayout& layout, const TokenRows& tokens,
                           const float* dx, bool isFirst, float* gradient)
{
    const std::int64_t d = layout.d, offset = layout.architecture.positionOffset();
    float* const tokenTable = gradient + layout.tokens;
    float* const positionTable = gradient + layout.positions;
    if (isFirst)
        std::fill_n(positionTable, layout.architecture.positionRows() * d, 0.0F);
    team.run((d + kSlice - 1) / kSlice, [&](std::int64_t s) {
        const std::int64_t first = s * kSlice, count = std::min(kSlice, d - first);
        for (std::int64_t r = 0; r < tokens.rows; ++r) {
            std::int64_t position = -1;
            for (std::int64_t t = 0; t < tokens.length; ++t) {
                const std::int64_t at = r * tokens.length + t;
                const bool isToken = !tokens.isToken || tokens.isToken[at];
                position += isToken ? 1 : 0;
                const std::int64_t place = std::max<std::int64_t>(0, (isToken ? position : -1) + offset);
                const float* from = dx + at * d + first;
                float* token = tokenTable + tokens.ids[at] * d + first;
                float* positions = positionTable + place * d + first;
                for (std::int64_t i = 0; i < count; ++i) {
                    token[i] += from[i];
                    positions[i] += from[i];
                }
            }
        }
    });
}

} // namespace hareloom::neural
