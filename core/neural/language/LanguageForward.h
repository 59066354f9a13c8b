// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/families/language/LanguageTokens.h"
#include "core/neural/language/ForwardWeights.h"

#include <functional>
#include <span>

namespace hareloom::neural {

/// Sequences side by side: ids (rows, length).
struct TokenRows
{
    std::int64_t rows = 0, length = 0;
    const TokenId* ids = nullptr;
    const std::uint8_t* isToken = nullptr; // (rows, length); null: all are

    std::int64_t places() const { return rows * length; }
};

/// Sums of token and position: x (rows * length, hidden).
void embed(const LanguageLayout& layout, const float* weights, const TokenRows& tokens, float* x);

/// Runs the blocks and the last LayerNorm in the calling thread, keeping nothing: hidden states
/// (rows * length, hidden). `onQkv` gets each layer's queries, keys and values; may be empty. After
/// stopRequested() the result is of no use.
using OnQkv = std::function<void(std::int64_t layer, const float* qkv)>;
Floats hiddenStates(const ForwardWeights& weights, const TokenRows& tokens, const StopToken& stop,
                    const OnQkv& onQkv = {});

/// One block's MLP on x (rows, hidden), added to x. `scratch` takes rows * (hidden + ffn) numbers.
void addMlp(const ForwardWeights& weights, std::int64_t layer, std::int64_t rows, float* x, float* scratch);

/// Of each row, the mean over its places but the last of -ln p(next token): (rows).
std::vector<double> meanNll(const ForwardWeights& weights, const TokenRows& tokens, const StopToken& stop);

} // namespace hareloom::neural
