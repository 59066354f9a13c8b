// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

namespace hareloom::neural {

/// What a place attends to beside its dropout.
struct AttentionReach
{
    bool isCausal = false; // itself and those before; then there is no mask
    at::Tensor mask;       // undefined, or what is added to the scores; made as large as they are
    double dropout = 0;
};

/// softmax(query key^T / sqrt(head size) + mask) value (Vaswani et al. 2017): (rows, heads, places, head
/// size), where keys and values may have other places than queries. LibTorch's fused one from 2.0 on.
at::Tensor attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                     const AttentionReach& reach);

} // namespace hareloom::neural
