// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/VaeProducts.h"

#include <ATen/ATen.h>

namespace hareloom::neural {
namespace {

using at::Tensor;

const std::vector<std::int64_t> kStride = {2, 2}, kPadding = {1, 1}, kDilation = {1, 1}, kNone = {0, 0};

/// Undefined stays undefined.
Tensor single(const Tensor& x)
{
    return x.defined() ? x.to(at::kFloat) : x;
}

} // namespace

Tensor VaeProducts::rounded(const Tensor& x) const
{
    return precision == Precision::Bf16 && x.defined() ? x.to(at::kBFloat16) : x;
}

Tensor VaeProducts::linear(const Tensor& x, const Tensor& weight, const Tensor& bias) const
{
    if (precision == Precision::Fp32)
        return at::addmm(bias, x, weight.t());
    return product(x, weight.t()).add_(bias);
}

Tensor VaeProducts::product(const Tensor& a, const Tensor& b) const
{
    return single(rounded(a).mm(rounded(b)));
}

void VaeProducts::gradient(const Tensor& dy, const Tensor& x, Tensor& to) const
{
    if (precision == Precision::Fp32)
        at::mm_out(to, dy.t(), x);
    else
        to.copy_(rounded(dy).t().mm(rounded(x)));
}

Tensor VaeProducts::conv(const Tensor& x, const Tensor& weight, const Tensor& bias) const
{
    return single(at::convolution(rounded(x), rounded(weight), rounded(bias), kStride, kPadding, kDilation,
                                  false, kNone, 1));
}

VaeProducts::ConvGradient VaeProducts::convBackward(const Tensor& gradient, const Tensor& x,
                                                    const Tensor& weight, std::array<bool, 3> wanted) const
{
    const std::int64_t outputs = weight.size(0);
    auto [input, w, b] =
        at::convolution_backward(rounded(gradient), rounded(x), rounded(weight), at::IntArrayRef(&outputs, 1),
                                 kStride, kPadding, kDilation, false, kNone, 1, wanted);
    return {single(input), single(w), single(b)};
}

Tensor VaeProducts::convTransposed(const Tensor& x, const Tensor& weight, const Tensor& bias,
                                   const Tensor& like) const
{
    return convBackward(x, like, weight, {true, false, false}).input + bias.view({1, -1, 1, 1});
}

} // namespace hareloom::neural
