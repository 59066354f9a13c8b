// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/language/train/LanguageDropout.h"
#include "core/neural/torch/DeviceAttention.h"
#include "core/neural/torch/DeviceWeights.h"

#include <functional>

namespace hareloom::neural {

/// A block's attention, between its products: (places, 3 * hidden) to (places, hidden).
using OnDeviceQkv = std::function<at::Tensor(std::int64_t layer, const at::Tensor& qkv)>;

/// Runs the blocks and the last LayerNorm on embedded places: x (places, hidden) in fp32, as is the stream
/// of residuals; the result has the type of the products.
at::Tensor blocksOn(const DeviceWeights& weights, at::Tensor x, const OnDeviceQkv& attend,
                    double residualDropout = 0);

/// Hidden states (rows * length, hidden) of ids (rows, length). `isToken` is undefined, or (rows, length) of
/// 0 where a row is padded. `onKeys` gets each layer's keys and values, (rows, heads, length, head size); may
/// be empty. Dropout draws from the device's own generator.
at::Tensor hiddenOn(const DeviceWeights& weights, const at::Tensor& ids, const at::Tensor& isToken,
                    const LanguageDropout& dropout,
                    const std::function<void(std::int64_t, const at::Tensor&, const at::Tensor&)>& onKeys);

/// Logits (places, vocabulary) of hidden states, in fp32.
at::Tensor logitsOn(const DeviceWeights& weights, const at::Tensor& hidden);

/// -ln p of `targets` (places) given hidden states (places, hidden), summed in fp64: a number on the device.
/// A share of the places at a time, as logits take much memory. With a `scale`, the gradient of scale * the
/// sum is added to weights.headGradient, and that of the hidden states returned.
struct HeadLoss
{
    at::Tensor sum, hiddenGradient;
};
HeadLoss headLossOn(const DeviceWeights& weights, const at::Tensor& hidden, const at::Tensor& targets,
                    double scale);

/// -ln p of `targets` (places): (places), fp32.
at::Tensor surpriseOn(const DeviceWeights& weights, const at::Tensor& hidden, const at::Tensor& targets);

} // namespace hareloom::neural
