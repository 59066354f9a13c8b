// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/kernels/Precision.h"

#include <ATen/core/Tensor.h>

namespace hareloom::neural {

/// The products of the autoencoder's passes, on tensors of 32 bits whose factors are rounded where Bf16 is
/// asked for. Convolutions are 4 x 4 with stride 2 and padding 1.
struct VaeProducts
{
    Precision precision;

    /// x W^T + b.
    at::Tensor linear(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias) const;
    at::Tensor product(const at::Tensor& a, const at::Tensor& b) const;
    /// to = dY^T X: a linear weight's gradient.
    void gradient(const at::Tensor& dy, const at::Tensor& x, at::Tensor& to) const;

    /// `bias` may be undefined.
    at::Tensor conv(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias) const;
    struct ConvGradient
    {
        at::Tensor input, weight, bias;
    };
    /// Of those that are `wanted`, in this order.
    ConvGradient convBackward(const at::Tensor& gradient, const at::Tensor& x, const at::Tensor& weight,
                              std::array<bool, 3> wanted) const;
    /// A transposed convolution is a convolution's gradient by its input, for which the library has the
    /// faster code. `like` has the result's shape.
    at::Tensor convTransposed(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                              const at::Tensor& like) const;

private:
    at::Tensor rounded(const at::Tensor& x) const;
};

} // namespace hareloom::neural
