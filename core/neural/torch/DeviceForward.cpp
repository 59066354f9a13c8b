// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/DeviceForward.h"

namespace hareloom::neural {
namespace {

using at::Tensor;

constexpr std::int64_t kHeadPlaces = 2048; // places whose logits lie in memory at once

Tensor activated(Activation activation, const Tensor& x)
{
    if (activation == Activation::Relu)
        return at::relu(x);
    return at::gelu(x, activation == Activation::Gelu ? "none" : "tanh");
}

Tensor dropped(const Tensor& x, double share)
{
    return share > 0 ? at::dropout(x, share, true) : x;
}

Tensor product(const Tensor& x, const Tensor& weight, const Tensor& bias)
{
    return at::addmm(bias, x, weight.t());
}

Tensor normed(const DeviceWeights& w, const Tensor& x, const Tensor& weight, const Tensor& bias)
{
    const double epsilon = w.layout().architecture.normEpsilon;
    return at::layer_norm(x, {w.layout().d}, weight, bias, epsilon).to(w.products());
}

/// What padding adds to the scores: (rows, 1, length, length).
Tensor paddingMask(const Tensor& isToken, at::ScalarType type)
{
    constexpr double kNowhere = -1e9; // finite: a padded place's own row must not become NaN
    const std::int64_t length = isToken.size(1);
    const Tensor isSeen = at::ones({length, length}, isToken.options().dtype(at::kBool)).tril().unsqueeze(0) &
                          isToken.to(at::kBool).unsqueeze(1);
    return at::zeros(isSeen.sizes(), isToken.options().dtype(type))
        .masked_fill(isSeen.logical_not(), kNowhere)
        .unsqueeze(1);
}

Tensor embedded(const DeviceWeights& w, const Tensor& ids, const Tensor& isToken)
{
    const std::int64_t length = ids.size(1), offset = w.layout().architecture.positionOffset();
    Tensor places;
    if (isToken.defined()) {
        const Tensor known = isToken.to(at::kLong);
        places = at::clamp_min(known * known.cumsum(1) - 1 + offset, 0);
    } else {
        places = at::arange(offset, offset + length, ids.options()).unsqueeze(0);
    }
    return (at::embedding(w.tokens, ids) + at::embedding(w.positions, places)).view({-1, w.layout().d});
}

} // namespace

Tensor blocksOn(const DeviceWeights& w, Tensor x, const OnDeviceQkv& attend, double residualDropout)
{
    for (std::size_t i = 0; i < w.layers.size(); ++i) {
        const DeviceWeights::Layer& l = w.layers[i];
        const Tensor qkv = product(normed(w, x, l.norm1Weight, l.norm1Bias), l.qkvWeight, l.qkvBias);
        const Tensor seen = attend(static_cast<std::int64_t>(i), qkv);
        x = x + dropped(product(seen, l.outWeight, l.outBias), residualDropout);
        const Tensor inner = product(normed(w, x, l.norm2Weight, l.norm2Bias), l.upWeight, l.upBias);
        x = x + dropped(product(activated(w.layout().activation, inner), l.downWeight, l.downBias),
                        residualDropout);
    }
    return normed(w, x, w.normWeight, w.normBias);
}

Tensor hiddenOn(const DeviceWeights& w, const Tensor& ids, const Tensor& isToken,
                const LanguageDropout& dropout,
                const std::function<void(std::int64_t, const Tensor&, const Tensor&)>& onKeys)
{
    const std::int64_t rows = ids.size(0), length = ids.size(1), heads = w.layout().heads,
                       size = w.layout().d / heads;
    AttentionReach reach;
    reach.dropout = dropout.attention;
    reach.isCausal = !isToken.defined();
    if (isToken.defined())
        reach.mask = paddingMask(isToken, w.products());
    const auto attend = [&](std::int64_t layer, const Tensor& qkv) {
        const auto parts = qkv.view({rows, length, 3, heads, size}).permute({2, 0, 3, 1, 4}).unbind(0);
        if (onKeys)
            onKeys(layer, parts[1], parts[2]);
        return attention(parts[0], parts[1], parts[2], reach).transpose(1, 2).reshape({-1, heads * size});
    };
    return blocksOn(w, dropped(embedded(w, ids, isToken), dropout.embedding), attend, dropout.residual);
}

Tensor logitsOn(const DeviceWeights& w, const Tensor& hidden)
{
    return hidden.mm(w.head.t()).to(at::kFloat);
}

HeadLoss headLossOn(const DeviceWeights& w, const Tensor& hidden, const Tensor& targets, double scale)
{
    HeadLoss loss{at::zeros({}, hidden.options().dtype(at::kDouble)), at::empty_like(hidden)};
    for (std::int64_t at = 0; at < hidden.size(0); at += kHeadPlaces) {
        const std::int64_t count = std::min(kHeadPlaces, hidden.size(0) - at);
        const Tensor part = hidden.narrow(0, at, count), wanted = targets.narrow(0, at, count).unsqueeze(1);
        Tensor p = at::log_softmax(logitsOn(w, part), 1);
        loss.sum.sub_(p.gather(1, wanted).sum(at::kDouble));
        p.exp_();
        p.scatter_add_(1, wanted, at::full({count, 1}, -1, p.options()));
        const Tensor gradient = p.mul_(scale).to(w.products());
        loss.hiddenGradient.narrow(0, at, count).copy_(gradient.mm(w.head));
        at::Tensor sum = w.headGradient;
        sum.addmm_(gradient.t(), part);
    }
    return loss;
}

Tensor surpriseOn(const DeviceWeights& w, const Tensor& hidden, const Tensor& targets)
{
    Tensor all = at::empty({hidden.size(0)}, hidden.options().dtype(at::kFloat));
    for (std::int64_t at = 0; at < hidden.size(0); at += kHeadPlaces) {
        const std::int64_t count = std::min(kHeadPlaces, hidden.size(0) - at);
        const Tensor logs = at::log_softmax(logitsOn(w, hidden.narrow(0, at, count)), 1);
        all.narrow(0, at, count)
            .copy_(logs.gather(1, targets.narrow(0, at, count).unsqueeze(1)).squeeze(1).neg_());
    }
    return all;
}

} // namespace hareloom::neural
