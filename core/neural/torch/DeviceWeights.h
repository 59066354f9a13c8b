// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/language/LanguageLayout.h"

#include <ATen/ATen.h>

namespace hareloom::neural {

/// A flat array of 32-bit floats on a device; a copy of `numbers`, or zeros.
at::Tensor flatOn(const at::Device& device, std::int64_t size, const float* numbers = nullptr);
/// Token ids as a device indexes with them: (rows, length) of 64 bits.
at::Tensor idsOn(const at::Device& device, std::int64_t length, const std::vector<std::int32_t>& ids);

/// Where gradients are summed up. Products in bf16 sum theirs in bf16 too, one pass at a time.
struct DeviceGradients
{
    at::Tensor fine;     // (size), fp32
    at::Tensor products; // (size): `fine` itself, or bf16
};

/// A model's arrays on a device, as views of two flat ones: the weights in fp32, from which tables and
/// LayerNorms are read, and those of the products, which are the same array or its copy in bf16.
class DeviceWeights
{
public:
    struct Layer
    {
        at::Tensor norm1Weight, norm1Bias, qkvWeight, qkvBias, outWeight, outBias;
        at::Tensor norm2Weight, norm2Bias, upWeight, upBias, downWeight, downBias;
    };

    /// `products`: at::kFloat or at::kBFloat16. With `gradients`, the views are leaves of the tape, whose
    /// gradients are summed up there; the head's is not, its place is headGradient.
    DeviceWeights(const LanguageLayout& layout, at::Tensor flat, at::ScalarType products,
                  const DeviceGradients* gradients = nullptr);

    /// After `flat` changed.
    void refresh();

    const LanguageLayout& layout() const { return m_layout; }
    const at::Tensor& flat() const { return m_flat; }
    at::Device device() const { return m_flat.device(); }
    at::ScalarType products() const { return m_products.scalar_type(); }

    at::Tensor tokens, positions, head, headGradient, normWeight, normBias;
    std::vector<Layer> layers;

private:
    const LanguageLayout& m_layout;
    at::Tensor m_flat, m_products;
};

} // namespace hareloom::neural
