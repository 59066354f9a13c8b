// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/neural/kernels/Attention.h"
#include "core/neural/language/LanguageForward.h"
#include "core/neural/language/train/LanguageDropout.h"

#include <span>

namespace hareloom::neural {

/// Loss and gradient of a batch of rows of equal length. Rows are worked on in shards, each in a thread of
/// its own, forward and back; what the weights' gradients need stays, and these are then products over the
/// whole batch, in pieces that threads share: one gradient in memory, whatever the number of threads, and the
/// same bytes for every number.
class LanguagePass
{
public:
    /// For batches of up to `rows` sequences.
    LanguagePass(const LanguageLayout& layout, std::int64_t rows, std::int64_t length);

    /// Bytes that a pass over `rows` sequences takes.
    static std::int64_t memoryFor(const LanguageLayout& layout, std::int64_t rows, std::int64_t length);

    /// Sum over places but each row's last of -ln p(next token). Adds scale * its gradient to `gradient`
    /// (layout.size), or writes it when `isFirst`. `firstRow` numbers the rows for dropout. After
    /// stopRequested() the results are of no use.
    double lossAndGradient(const ForwardWeights& weights, const TokenRows& tokens, std::int64_t firstRow,
                           const LanguageDropout& dropout, float scale, bool isFirst, ShardTeam& team,
                           const StopToken& stop, float* gradient);

private:
    struct Layer
    {
        Floats in, norm1, stats1, qkv, logSums, attended; // (n, d) but stats (n, 2), qkv (n, 3d)
        Floats middle, norm2, stats2, inner, hidden;      // (n, d), (n, 2), (n, ffn); inner unless Relu
        Floats dQkv, dOut, dUp, dDown;                    // gradients of the four products' results
        Floats small;                                     // (shards, ...): LayerNorms' gradients
    };
    struct Work;
    void forward(const Work& w);
    void backward(const Work& w);
    void backwardLayer(const Work& w, std::size_t layer);
    double lossOf(const Work& w);

    void weightGradients(ShardTeam& team, const TokenRows& tokens, std::int64_t shards, Precision precision,
                         bool isFirst, const StopToken& stop, float* gradient) const; // the second phase

    const LanguageLayout& m_layout;
    std::int64_t m_shardRows, m_length;
    std::vector<Layer> m_layers;
    Floats m_out, m_outStats; // the last block's output
    Floats m_final, m_logits; // (rows * (length - 1), d and vocabulary)
    Floats m_dx, m_between;   // (n, d), (n, max(...)): scratch of the way back
    Floats m_smallFinal;      // (shards, 2 d)
    std::int64_t m_logitStride;
};

} // namespace hareloom::neural
