// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/neural/language/LanguageForward.h"

#include <functional>
#include <vector>

namespace hareloom::neural {

/// Gradients of weights as sums over all places of a batch, in pieces of a fixed size that threads share.
class WeightGradients
{
public:
    /// Adds to `gradient`, or writes it when `isFirst`.
    WeightGradients(float* gradient, bool isFirst, Precision precision)
        : m_gradient(gradient), m_isFirst(isFirst), m_precision(precision)
    {
    }

    /// dW (outputs, inputs) at `weight` from dY (n, outputs), rows `stride` apart, and X (n, inputs).
    void product(std::int64_t n, const float* dy, std::int64_t outputs, std::int64_t stride, const float* x,
                 std::int64_t inputs, std::int64_t weight);
    /// That, and the bias's.
    void linear(std::int64_t n, const float* dy, std::int64_t outputs, const float* x, std::int64_t inputs,
                std::int64_t weight, std::int64_t bias);
    /// `count` numbers at `to`: the sum of those of the shards, `stride` apart, in their order.
    void shardSum(const float* parts, std::int64_t shards, std::int64_t stride, std::int64_t count,
                  std::int64_t to);

    /// Leaves pieces out once a stop is requested.
    void run(ShardTeam& team, const StopToken& stop);

private:
    void columnSums(std::int64_t n, const float* from, std::int64_t stride, std::int64_t count,
                    std::int64_t to);

    float* m_gradient;
    bool m_isFirst;
    Precision m_precision;
    std::vector<std::function<void()>> m_pieces;
};

/// Adds dx (rows * length, hidden) to the gradients of the tables of tokens and positions; of the latter,
/// writes when `isFirst`.
void addEmbeddingGradients(ShardTeam& team, const LanguageLayout& layout, const TokenRows& tokens,
                           const float* dx, bool isFirst, float* gradient);

} // namespace hareloom::neural
