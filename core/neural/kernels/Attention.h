// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/kernels/Dropout.h"
#include "core/neural/kernels/Floats.h"

#include <cstdint>

namespace hareloom::neural {

/// Causal attention of several heads (Vaswani et al. 2017) over one sequence of `length` places; queries,
/// keys and values side by side: (length, 3 * heads * headSize).
struct Attention
{
    std::int64_t length = 0, heads = 0, headSize = 0;
    const std::uint8_t* isToken = nullptr; // (length): keys with 0 are attended to by none; null: all
    Dropout dropout;                       // of the weights
    std::uint64_t firstPlace = 0;          // this sequence's first number of dropout's

    std::int64_t width() const { return heads * headSize; }

    /// out (length, width); logSums (heads, length) for the way back, null when none is taken.
    void forward(const float* qkv, float* out, float* logSums) const;
    /// dQkv (length, 3 * width) is written.
    void backward(const float* qkv, const float* out, const float* logSums, const float* dOut,
                  float* dQkv) const;
    /// Numbers of dropout's that one sequence takes.
    std::uint64_t places() const;
};

/// Scores of one query to weights over its first `count` keys, in place: the softmax of `scale` times each;
/// zeros behind, up to `all`. Keys whose isToken is 0 weigh nothing; null: all are tokens. Returns ln of the
/// sum of exponentials, 0 where there is no key.
float softmaxRow(float* row, std::int64_t count, std::int64_t all, float scale,
                 const std::uint8_t* isToken = nullptr);

} // namespace hareloom::neural
