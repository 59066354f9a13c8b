// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/neural/kernels/Gemm.h"
#include "core/neural/kernels/ShardTeam.h"
#include "core/neural/language/LanguageLayout.h"

#include <vector>

namespace hareloom::neural {

/// Beyond this many parameters, training and scoring read weights where they lie: a rearranged copy would
/// cost too much memory.
inline constexpr std::int64_t kPackedParameters = 32'000'000;

/// The matrices of a forward pass, y = x W^T. Rearranged once for products (which takes their memory again),
/// or read where they lie.
class ForwardWeights
{
public:
    ForwardWeights(const LanguageLayout& layout, const float* weights, Precision precision = Precision::Fp32)
        : m_layout(layout), m_weights(weights), m_precision(precision)
    {
    }
    /// Rearranges all of them, each when `team` comes to it; again after the weights have changed. Of no use
    /// after stopRequested().
    void pack(ShardTeam& team, const StopToken& stop = {});

    const LanguageLayout& layout() const { return m_layout; }
    const float* weights() const { return m_weights; }
    Precision precision() const { return m_precision; }

    enum Part { Qkv = 0, Out = 1, Up = 2, Down = 3 };
    /// y (rows, outputs) = x W^T with the extras.
    void multiply(std::int64_t layer, Part part, std::int64_t rows, const float* x, float* y,
                  const GemmExtras& extras) const;
    /// Logits (rows, vocabulary), rows `stride` apart.
    void head(std::int64_t rows, const float* x, float* logits, std::int64_t stride) const;

private:
    struct Shape
    {
        std::int64_t at, outputs, inputs;
    };
    Shape shapeOf(std::int64_t layer, Part part) const;
    void multiply(std::size_t matrix, const Shape& shape, std::int64_t rows, const float* x, float* y,
                  std::int64_t stride, const GemmExtras& extras) const;

    const LanguageLayout& m_layout;
    const float* m_weights;
    Precision m_precision;
    std::vector<PackedMatrix> m_packed; // 4 a layer, then the head; empty: not packed
};

} // namespace hareloom::neural
