// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/DeviceWeights.h"

namespace hareloom::neural {
namespace {

using at::Tensor;

std::int64_t sizeOf(at::IntArrayRef shape)
{
    std::int64_t size = 1;
    for (const std::int64_t side : shape)
        size *= side;
    return size;
}

Tensor part(const Tensor& flat, std::int64_t offset, at::IntArrayRef shape)
{
    return flat.narrow(0, offset, sizeOf(shape)).view(shape);
}

/// A view of its own, as the tape knows it.
Tensor leaf(const Tensor& flat, const Tensor& gradient, std::int64_t offset, at::IntArrayRef shape)
{
    Tensor view = part(flat, offset, shape);
    if (!gradient.defined())
        return view;
    view = view.detach();
    view.set_requires_grad(true);
    view.mutable_grad() = part(gradient, offset, shape);
    return view;
}

} // namespace

Tensor flatOn(const at::Device& device, std::int64_t size, const float* numbers)
{
    const auto options = at::TensorOptions(device).dtype(at::kFloat);
    if (!numbers)
        return at::zeros({size}, options);
    Tensor flat = at::empty({size}, options);
    flat.copy_(at::from_blob(const_cast<float*>(numbers), {size}, at::kFloat));
    return flat;
}

Tensor idsOn(const at::Device& device, std::int64_t length, const std::vector<std::int32_t>& ids)
{
    const Tensor here =
        at::from_blob(const_cast<std::int32_t*>(ids.data()), {std::ssize(ids) / length, length}, at::kInt);
    return here.to(at::TensorOptions(device).dtype(at::kLong));
}

DeviceWeights::DeviceWeights(const LanguageLayout& layout, Tensor flat, at::ScalarType products,
                             const DeviceGradients* gradients)
    : m_layout(layout),
      m_flat(std::move(flat)),
      m_products(products == at::kFloat ? m_flat
                                        : at::empty(m_flat.sizes(), m_flat.options().dtype(products)))
{
    refresh();
    const Tensor none;
    const Tensor& fine = gradients ? gradients->fine : none;
    const Tensor& coarse = gradients ? gradients->products : none;
    const auto weight = [&](std::int64_t offset, at::IntArrayRef shape) {
        return leaf(m_flat, fine, offset, shape);
    };
    const auto factor = [&](std::int64_t offset, at::IntArrayRef shape) {
        return leaf(m_products, coarse, offset, shape);
    };
    const std::int64_t d = layout.d, ffn = layout.ffn, rows = layout.architecture.positionRows();
    tokens = weight(layout.tokens, {layout.vocabulary, d});
    positions = weight(layout.positions, {rows, d});
    for (const LayerPlaces& p : layout.layers)
        layers.push_back({weight(p.norm1Weight, {d}), weight(p.norm1Bias, {d}),
                          factor(p.qkvWeight, {3 * d, d}), factor(p.qkvBias, {3 * d}),
                          factor(p.outWeight, {d, d}), factor(p.outBias, {d}), weight(p.norm2Weight, {d}),
                          weight(p.norm2Bias, {d}), factor(p.upWeight, {ffn, d}), factor(p.upBias, {ffn}),
                          factor(p.downWeight, {d, ffn}), factor(p.downBias, {d})});
    normWeight = weight(layout.normWeight, {d});
    normBias = weight(layout.normBias, {d});
    head = part(m_products, layout.tokens, {layout.vocabulary, d});
    if (coarse.defined())
        headGradient = part(coarse, layout.tokens, {layout.vocabulary, d});
}

void DeviceWeights::refresh()
{
    if (!m_products.is_same(m_flat))
        m_products.copy_(m_flat);
}

} // namespace hareloom::neural
