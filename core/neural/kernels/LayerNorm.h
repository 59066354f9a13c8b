// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hareloom::neural {

/// LayerNorm (Ba, Kiros, Hinton 2016, arXiv 1607.06450) of rows of d numbers.
struct LayerNorm
{
    std::int64_t d = 0;
    const float* weight = nullptr; // (d)
    const float* bias = nullptr;   // (d)
    float epsilon = 1e-5F;

    /// y (rows, d); `stats` (rows, 2) takes mean and 1/standard deviation, null when no gradient is wanted.
    void forward(std::int64_t rows, const float* x, float* y, float* stats) const;
    /// Adds to `dx` (rows, d) what flows through from `dy`; adds to the gradients of weight and bias.
    void backward(std::int64_t rows, const float* x, const float* stats, const float* dy, float* dx,
                  float* dWeight, float* dBias) const;
};

} // namespace hareloom::neural
