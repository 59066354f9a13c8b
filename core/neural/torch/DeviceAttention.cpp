// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/DeviceAttention.h"

#include <torch/version.h>

#include <cmath>

namespace hareloom::neural {

at::Tensor attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                     const AttentionReach& reach)
{
#if TORCH_VERSION_MAJOR >= 2
    if (reach.mask.defined())
        return at::scaled_dot_product_attention(query, key, value, reach.mask, reach.dropout, false);
    return at::scaled_dot_product_attention(query, key, value, {}, reach.dropout, reach.isCausal);
#else
    const double scale = 1 / std::sqrt(static_cast<double>(query.size(-1)));
    at::Tensor scores = at::matmul(query * scale, key.transpose(-2, -1));
    if (reach.mask.defined())
        scores = scores + reach.mask;
    if (reach.isCausal) {
        const at::Tensor isLater =
            at::ones({query.size(-2), key.size(-2)}, query.options().dtype(at::kBool)).triu(1);
        scores = scores.masked_fill(isLater, -std::numeric_limits<double>::infinity());
    }
    scores = at::softmax(scores, -1);
    if (reach.dropout > 0)
        scores = at::dropout(scores, reach.dropout, true);
    return at::matmul(scores, value);
#endif
}

} // namespace hareloom::neural
