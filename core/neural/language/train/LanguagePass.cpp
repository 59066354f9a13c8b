// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/train/LanguagePass.h"

#include "core/neural/kernels/CrossEntropy.h"
#include "core/neural/language/train/WeightGradients.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kShardPlaces = 256; // places of a shard, about: sums are merged in the shards' order

Floats floats(std::int64_t count)
{
    return Floats(static_cast<std::size_t>(count));
}

std::int64_t rowsOfShard(std::int64_t length)
{
    return std::max<std::int64_t>(1, kShardPlaces / length);
}

/// Rows of logits begin on different lines of the cache, however long the vocabulary.
std::int64_t strideOf(std::int64_t vocabulary)
{
    return (vocabulary + 31) / 16 * 16;
}

} // namespace

/// One shard of a pass: rows [first, first + rows) of the batch, and where their places begin.
struct LanguagePass::Work
{
    const ForwardWeights& weights;
    const LanguageLayout& layout;
    const float* w;
    TokenRows tokens; // the shard's own
    std::int64_t shard, row, firstRow;
    const LanguageDropout& dropout;
    float scale;
    const StopToken& stop;

    std::int64_t n() const { return tokens.places(); }
    std::int64_t place() const { return row * tokens.length; }
    float* at(Floats& array, std::int64_t width) const { return array.data() + place() * width; }
    std::int64_t wanted() const { return tokens.length - 1; } // places of a row that have a next token
    Seed seedOf(std::int64_t site) const { return childSeed(dropout.seed, static_cast<std::uint64_t>(site)); }
    Attention attention(std::int64_t layer, std::int64_t r) const
    {
        Attention a;
        a.length = tokens.length;
        a.heads = layout.heads;
        a.headSize = layout.d / layout.heads;
        a.isToken = tokens.isToken ? tokens.isToken + r * tokens.length : nullptr;
        a.dropout = {dropout.attention, seedOf(3 * layer + 2)};
        a.firstPlace = static_cast<std::uint64_t>(firstRow + r) * a.places();
        return a;
    }
    /// Drops some of x (n, d) to y, which may be x.
    void drop(double share, std::int64_t site, const float* x, float* y) const
    {
        const Dropout d{share, seedOf(site)};
        const std::int64_t count = tokens.length * layout.d;
        const auto stride = static_cast<std::uint64_t>((count + 127) / 128 * 128);
        for (std::int64_t r = 0; r < tokens.rows; ++r)
            d.apply(static_cast<std::uint64_t>(firstRow + r) * stride, count, x + r * count, y + r * count);
    }
    /// d of a product's input: dY (n, outputs) times its matrix (outputs, inputs).
    void backThrough(const float* dy, std::int64_t matrix, std::int64_t outputs, std::int64_t inputs,
                     float* dx) const
    {
        gemm(n(), inputs, outputs, {dy, outputs, 1}, {w + matrix, inputs, 1}, dx, inputs, {},
             weights.precision());
    }
};

LanguagePass::LanguagePass(const LanguageLayout& layout, std::int64_t rows, std::int64_t length)
    : m_layout(layout),
      m_shardRows(rowsOfShard(length)),
      m_length(length),
      m_layers(layout.layers.size()),
      m_logitStride(strideOf(layout.vocabulary))
{
    const std::int64_t n = rows * length, d = layout.d, shards = (rows + m_shardRows - 1) / m_shardRows;
    for (Layer& l : m_layers) {
        for (Floats* array : {&l.in, &l.norm1, &l.attended, &l.middle, &l.norm2, &l.dOut, &l.dDown})
            *array = floats(n * d);
        l.qkv = floats(n * 3 * d);
        l.dQkv = floats(n * 3 * d);
        l.logSums = floats(n * layout.heads);
        l.stats1 = floats(2 * n);
        l.stats2 = floats(2 * n);
        l.hidden = floats(n * layout.ffn);
        l.dUp = floats(n * layout.ffn);
        if (layout.activation != Activation::Relu)
            l.inner = floats(n * layout.ffn);
        l.small = floats(shards * 4 * d);
    }
    m_out = floats(n * d);
    m_outStats = floats(2 * n);
    m_final = floats(rows * (length - 1) * d);
    m_logits = floats(rows * (length - 1) * m_logitStride);
    m_dx = floats(n * d);
    m_between = floats(n * d);
    m_smallFinal = floats(shards * 2 * d);
}

std::int64_t LanguagePass::memoryFor(const LanguageLayout& layout, std::int64_t rows, std::int64_t length)
{
    const std::int64_t d = layout.d, ffns = layout.activation == Activation::Relu ? 2 : 3;
    const std::int64_t place = std::ssize(layout.layers) * (13 * d + ffns * layout.ffn + layout.heads + 4) +
                               4 * d + strideOf(layout.vocabulary);
    return rows * length * place * static_cast<std::int64_t>(sizeof(float));
}

void LanguagePass::forward(const Work& w)
{
    const std::int64_t n = w.n(), d = m_layout.d;
    const bool drops = w.dropout.residual > 0, rectifies = m_layout.activation == Activation::Relu;
    float* first = w.at(m_layers.front().in, d);
    embed(m_layout, w.w, w.tokens, first);
    if (w.dropout.embedding > 0)
        w.drop(w.dropout.embedding, -1, first, first);
    // Adds a product's result to the stream, with dropout or, in one go, without.
    const auto join = [&](std::int64_t layer, ForwardWeights::Part part, const float* x, std::int64_t bias,
                          const float* stream, float* to) {
        if (!drops)
            return w.weights.multiply(layer, part, n, x, to, {w.w + bias, stream, d, false});
        w.weights.multiply(layer, part, n, x, to, {w.w + bias});
        w.drop(w.dropout.residual, 3 * layer + (part == ForwardWeights::Out ? 0 : 1), to, to);
        for (std::int64_t i = 0; i < n * d; ++i)
            to[i] += stream[i];
    };
    for (std::size_t i = 0; i < m_layers.size() && !w.stop.stopRequested(); ++i) {
        Layer& l = m_layers[i];
        const LayerPlaces& p = m_layout.layers[i];
        const auto layer = static_cast<std::int64_t>(i);
        float* next = w.at(i + 1 < m_layers.size() ? m_layers[i + 1].in : m_out, d);
        const float* in = w.at(l.in, d);
        float* middle = w.at(l.middle, d);
        float* hidden = w.at(l.hidden, m_layout.ffn);
        m_layout.norm(w.w, p.norm1Weight, p.norm1Bias).forward(n, in, w.at(l.norm1, d), w.at(l.stats1, 2));
        w.weights.multiply(layer, ForwardWeights::Qkv, n, w.at(l.norm1, d), w.at(l.qkv, 3 * d),
                           {w.w + p.qkvBias});
        for (std::int64_t r = 0; r < w.tokens.rows; ++r) {
            const std::int64_t at = w.place() + r * m_length;
            w.attention(layer, r).forward(l.qkv.data() + at * 3 * d, l.attended.data() + at * d,
                                          l.logSums.data() + at * m_layout.heads);
        }
        join(layer, ForwardWeights::Out, w.at(l.attended, d), p.outBias, in, middle);
        m_layout.norm(w.w, p.norm2Weight, p.norm2Bias)
            .forward(n, middle, w.at(l.norm2, d), w.at(l.stats2, 2));
        float* up = rectifies ? hidden : w.at(l.inner, m_layout.ffn);
        w.weights.multiply(layer, ForwardWeights::Up, n, w.at(l.norm2, d), up,
                           {w.w + p.upBias, nullptr, 0, rectifies});
        if (!rectifies)
            activate(m_layout.activation, n * m_layout.ffn, up, hidden);
        join(layer, ForwardWeights::Down, hidden, p.downBias, middle, next);
    }
}

/// Logits of the places that have a next token; they become the gradient of scale * loss.
double LanguagePass::lossOf(const Work& w)
{
    const std::int64_t d = m_layout.d, wanted = w.wanted(), rows = w.tokens.rows;
    const LayerNorm norm = m_layout.norm(w.w, m_layout.normWeight, m_layout.normBias);
    float* final = m_final.data() + w.row * wanted * d;
    float* logits = m_logits.data() + w.row * wanted * m_logitStride;
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t at = w.place() + r * m_length;
        norm.forward(wanted, m_out.data() + at * d, final + r * wanted * d, m_outStats.data() + 2 * at);
    }
    w.weights.head(rows * wanted, final, logits, m_logitStride);
    double loss = 0;
    for (std::int64_t r = 0; r < rows; ++r)
        for (std::int64_t t = 0; t < wanted; ++t)
            loss += crossEntropyGradient(logits + (r * wanted + t) * m_logitStride, m_layout.vocabulary,
                                         w.tokens.ids[r * m_length + t + 1], w.scale);
    return loss;
}

void LanguagePass::backwardLayer(const Work& w, std::size_t index)
{
    Layer& l = m_layers[index];
    const LayerPlaces& p = m_layout.layers[index];
    const auto layer = static_cast<std::int64_t>(index);
    const std::int64_t n = w.n(), d = m_layout.d, ffn = m_layout.ffn;
    float* dx = w.at(m_dx, d);
    float* between = w.at(m_between, d);
    float* small = l.small.data() + w.shard * 4 * d;
    std::fill_n(small, 4 * d, 0.0F);

    float* dDown = w.at(l.dDown, d);
    float* dUp = w.at(l.dUp, ffn);
    w.dropout.residual > 0 ? w.drop(w.dropout.residual, 3 * layer + 1, dx, dDown)
                           : (void)std::copy_n(dx, n * d, dDown);
    w.backThrough(dDown, p.downWeight, d, ffn, dUp);
    activationGradient(m_layout.activation, n * ffn,
                       w.at(m_layout.activation == Activation::Relu ? l.hidden : l.inner, ffn), dUp);
    w.backThrough(dUp, p.upWeight, ffn, d, between);
    m_layout.norm(w.w, p.norm2Weight, p.norm2Bias)
        .backward(n, w.at(l.middle, d), w.at(l.stats2, 2), between, dx, small + 2 * d, small + 3 * d);

    float* dOut = w.at(l.dOut, d);
    w.dropout.residual > 0 ? w.drop(w.dropout.residual, 3 * layer, dx, dOut)
                           : (void)std::copy_n(dx, n * d, dOut);
    w.backThrough(dOut, p.outWeight, d, d, between);
    for (std::int64_t r = 0; r < w.tokens.rows; ++r) {
        const std::int64_t at = w.place() + r * m_length;
        w.attention(layer, r).backward(l.qkv.data() + at * 3 * d, l.attended.data() + at * d,
                                       l.logSums.data() + at * m_layout.heads, m_between.data() + at * d,
                                       l.dQkv.data() + at * 3 * d);
    }
    w.backThrough(w.at(l.dQkv, 3 * d), p.qkvWeight, 3 * d, d, between);
    m_layout.norm(w.w, p.norm1Weight, p.norm1Bias)
        .backward(n, w.at(l.in, d), w.at(l.stats1, 2), between, dx, small, small + d);
}

void LanguagePass::backward(const Work& w)
{
    const std::int64_t d = m_layout.d, wanted = w.wanted(), rows = w.tokens.rows;
    float* small = m_smallFinal.data() + w.shard * 2 * d;
    std::fill_n(small, 2 * d, 0.0F);
    float* dx = w.at(m_dx, d);
    float* dFinal = w.at(m_between, d);
    std::fill_n(dx, w.n() * d, 0.0F);
    gemm(rows * wanted, d, m_layout.vocabulary,
         {m_logits.data() + w.row * wanted * m_logitStride, m_logitStride, 1}, {w.w + m_layout.tokens, d, 1},
         dFinal, d, {}, w.weights.precision());
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t at = w.place() + r * m_length;
        m_layout.norm(w.w, m_layout.normWeight, m_layout.normBias)
            .backward(wanted, m_out.data() + at * d, m_outStats.data() + 2 * at, dFinal + r * wanted * d,
                      dx + r * m_length * d, small, small + d);
    }
    for (std::size_t i = m_layers.size(); i-- > 0 && !w.stop.stopRequested();)
        backwardLayer(w, i);
    if (w.dropout.embedding > 0)
        w.drop(w.dropout.embedding, -1, dx, dx);
}

double LanguagePass::lossAndGradient(const ForwardWeights& weights, const TokenRows& tokens,
                                     std::int64_t firstRow, const LanguageDropout& dropout, float scale,
                                     bool isFirst, ShardTeam& team, const StopToken& stop, float* gradient)
{
    const std::int64_t shards = (tokens.rows + m_shardRows - 1) / m_shardRows;
    std::vector<double> losses(static_cast<std::size_t>(shards));
    team.run(shards, [&](std::int64_t s) {
        const std::int64_t row = s * m_shardRows, place = row * m_length;
        const TokenRows own{std::min(m_shardRows, tokens.rows - row), m_length, tokens.ids + place,
                            tokens.isToken ? tokens.isToken + place : nullptr};
        const Work w{weights, m_layout, weights.weights(), own, s, row, firstRow + row, dropout, scale, stop};
        forward(w);
        if (stop.stopRequested())
            return;
        losses[static_cast<std::size_t>(s)] = lossOf(w);
        backward(w);
    });
    double loss = 0;
    for (const double part : losses)
        loss += part;
    if (!stop.stopRequested())
        weightGradients(team, tokens, shards, weights.precision(), isFirst, stop, gradient);
    return loss;
}

void LanguagePass::weightGradients(ShardTeam& team, const TokenRows& tokens, std::int64_t shards,
                                   Precision precision, bool isFirst, const StopToken& stop,
                                   float* gradient) const
{
    const std::int64_t n = tokens.places(), d = m_layout.d, ffn = m_layout.ffn;
    WeightGradients sums(gradient, isFirst, precision);
    sums.product(tokens.rows * (m_length - 1), m_logits.data(), m_layout.vocabulary, m_logitStride,
                 m_final.data(), d, m_layout.tokens);
    sums.shardSum(m_smallFinal.data(), shards, 2 * d, 2 * d, m_layout.normWeight);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& l = m_layers[i];
        const LayerPlaces& p = m_layout.layers[i];
        sums.linear(n, l.dQkv.data(), 3 * d, l.norm1.data(), d, p.qkvWeight, p.qkvBias);
        sums.linear(n, l.dOut.data(), d, l.attended.data(), d, p.outWeight, p.outBias);
        sums.linear(n, l.dUp.data(), ffn, l.norm2.data(), d, p.upWeight, p.upBias);
        sums.linear(n, l.dDown.data(), d, l.hidden.data(), ffn, p.downWeight, p.downBias);
        sums.shardSum(l.small.data(), shards, 4 * d, 2 * d, p.norm1Weight);
        sums.shardSum(l.small.data() + 2 * d, shards, 4 * d, 2 * d, p.norm2Weight);
    }
    sums.run(team, stop);
    addEmbeddingGradients(team, m_layout, tokens, m_dx.data(), isFirst, gradient);
}

} // namespace hareloom::neural
