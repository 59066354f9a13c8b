// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/ForwardWeights.h"

namespace hareloom::neural {

ForwardWeights::Shape ForwardWeights::shapeOf(std::int64_t layer, Part part) const
{
    const std::int64_t d = m_layout.d, ffn = m_layout.ffn;
    if (layer == std::ssize(m_layout.layers))
        return {m_layout.tokens, m_layout.vocabulary, d};
    const LayerPlaces& p = m_layout.layers[static_cast<std::size_t>(layer)];
    switch (part) {
    case Qkv:
        return {p.qkvWeight, 3 * d, d};
    case Out:
        return {p.outWeight, d, d};
    case Up:
        return {p.upWeight, ffn, d};
    default:
        return {p.downWeight, d, ffn};
    }
}

void ForwardWeights::pack(ShardTeam& team, const StopToken& stop)
{
    const std::int64_t layers = std::ssize(m_layout.layers);
    m_packed.resize(static_cast<std::size_t>(4 * layers + 1));
    team.run(4 * layers + 1, [&](std::int64_t i) {
        if (stop.stopRequested())
            return;
        // The head is the longest: first.
        const std::int64_t matrix = 4 * layers - i;
        const Shape s = shapeOf(matrix / 4, static_cast<Part>(matrix % 4));
        m_packed[static_cast<std::size_t>(matrix)].assign({m_weights + s.at, 1, s.inputs}, s.inputs,
                                                          s.outputs, m_precision);
    });
}

void ForwardWeights::multiply(std::size_t matrix, const Shape& s, std::int64_t rows, const float* x, float* y,
                              std::int64_t stride, const GemmExtras& extras) const
{
    const MatrixRef a{x, s.inputs, 1};
    if (!m_packed.empty())
        gemm(rows, a, m_packed[matrix], y, stride, extras);
    else
        gemm(rows, s.outputs, s.inputs, a, {m_weights + s.at, 1, s.inputs}, y, stride, extras, m_precision);
}

void ForwardWeights::multiply(std::int64_t layer, Part part, std::int64_t rows, const float* x, float* y,
                              const GemmExtras& extras) const
{
    const Shape s = shapeOf(layer, part);
    multiply(static_cast<std::size_t>(4 * layer + part), s, rows, x, y, s.outputs, extras);
}

void ForwardWeights::head(std::int64_t rows, const float* x, float* logits, std::int64_t stride) const
{
    const std::int64_t layer = std::ssize(m_layout.layers);
    multiply(static_cast<std::size_t>(4 * layer), shapeOf(layer, Qkv), rows, x, logits, stride, {});
}

} // namespace hareloom::neural
