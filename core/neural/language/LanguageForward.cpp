// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/LanguageForward.h"

#include "core/neural/kernels/Attention.h"
#include "core/neural/kernels/CrossEntropy.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kHeadRows = 64; // places whose logits lie in memory at once

} // namespace

void embed(const LanguageLayout& layout, const float* weights, const TokenRows& tokens, float* x)
{
    const std::int64_t d = layout.d, offset = layout.architecture.positionOffset();
    for (std::int64_t r = 0; r < tokens.rows; ++r) {
        std::int64_t position = -1;
        for (std::int64_t t = 0; t < tokens.length; ++t, x += d) {
            const std::int64_t at = r * tokens.length + t;
            const bool isToken = !tokens.isToken || tokens.isToken[at];
            position += isToken ? 1 : 0;
            const float* token = weights + layout.tokens + tokens.ids[at] * d;
            const float* place = weights + layout.positions +
                                 std::max<std::int64_t>(0, (isToken ? position : -1) + offset) * d;
            for (std::int64_t i = 0; i < d; ++i)
                x[i] = token[i] + place[i];
        }
    }
}

void addMlp(const ForwardWeights& weights, std::int64_t layer, std::int64_t rows, float* x, float* scratch)
{
    const LanguageLayout& layout = weights.layout();
    const LayerPlaces& p = layout.layers[static_cast<std::size_t>(layer)];
    const float* w = weights.weights();
    float* hidden = scratch + rows * layout.d;
    layout.norm(w, p.norm2Weight, p.norm2Bias).forward(rows, x, scratch, nullptr);
    const bool rectifies = layout.activation == Activation::Relu;
    weights.multiply(layer, ForwardWeights::Up, rows, scratch, hidden, {w + p.upBias, nullptr, 0, rectifies});
    if (!rectifies)
        activate(layout.activation, rows * layout.ffn, hidden, hidden);
    weights.multiply(layer, ForwardWeights::Down, rows, hidden, x, {w + p.downBias, x, layout.d, false});
}

Floats hiddenStates(const ForwardWeights& weights, const TokenRows& tokens, const StopToken& stop,
                    const OnQkv& onQkv)
{
    const LanguageLayout& layout = weights.layout();
    const float* w = weights.weights();
    const std::int64_t n = tokens.places(), d = layout.d;
    const auto floats = [](std::int64_t count) { return Floats(static_cast<std::size_t>(count)); };
    Floats x = floats(n * d), between = floats(n * std::max(d + layout.ffn, 2 * d)), qkv = floats(n * 3 * d);
    embed(layout, w, tokens, x.data());
    for (std::int64_t l = 0; l < std::ssize(layout.layers) && !stop.stopRequested(); ++l) {
        const LayerPlaces& p = layout.layers[static_cast<std::size_t>(l)];
        layout.norm(w, p.norm1Weight, p.norm1Bias).forward(n, x.data(), between.data(), nullptr);
        weights.multiply(l, ForwardWeights::Qkv, n, between.data(), qkv.data(), {w + p.qkvBias});
        if (onQkv)
            onQkv(l, qkv.data());
        for (std::int64_t r = 0; r < tokens.rows; ++r) {
            Attention attention;
            attention.length = tokens.length;
            attention.heads = layout.heads;
            attention.headSize = d / layout.heads;
            attention.isToken = tokens.isToken ? tokens.isToken + r * tokens.length : nullptr;
            attention.forward(qkv.data() + r * tokens.length * 3 * d, between.data() + r * tokens.length * d,
                              nullptr);
        }
        weights.multiply(l, ForwardWeights::Out, n, between.data(), x.data(),
                         {w + p.outBias, x.data(), d, false});
        addMlp(weights, l, n, x.data(), between.data());
    }
    layout.norm(w, layout.normWeight, layout.normBias).forward(n, x.data(), x.data(), nullptr);
    return x;
}

std::vector<double> meanNll(const ForwardWeights& weights, const TokenRows& tokens, const StopToken& stop)
{
    const std::int64_t d = weights.layout().d, vocabulary = weights.layout().vocabulary;
    const Floats hidden = hiddenStates(weights, tokens, stop);
    Floats logits(static_cast<std::size_t>(kHeadRows * vocabulary));
    std::vector<double> means;
    for (std::int64_t r = 0; r < tokens.rows; ++r) {
        double sum = 0;
        const std::int64_t wanted = tokens.length - 1;
        for (std::int64_t first = 0; first < wanted && !stop.stopRequested(); first += kHeadRows) {
            const std::int64_t count = std::min(kHeadRows, wanted - first), at = r * tokens.length + first;
            weights.head(count, hidden.data() + at * d, logits.data(), vocabulary);
            for (std::int64_t i = 0; i < count; ++i) {
                const float* row = logits.data() + i * vocabulary;
                const LogSum s = logSumOf(row, vocabulary);
                sum += static_cast<double>(s.logSum) -
                       (static_cast<double>(row[tokens.ids[at + i + 1]]) - static_cast<double>(s.largest));
            }
        }
        means.push_back(sum / static_cast<double>(wanted));
    }
    return means;
}

} // namespace hareloom::neural
