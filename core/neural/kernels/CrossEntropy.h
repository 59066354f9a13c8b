// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hareloom::neural {

/// ln of the sum of e^x over a row, and the row's largest: log softmax is (x - largest) - logSum.
struct LogSum
{
    float largest = 0, logSum = 0;
};
LogSum logSumOf(const float* row, std::int64_t count);

/// Makes logits to log probabilities, in place.
void logSoftmax(float* row, std::int64_t count);

/// Negative log probability of `target`; `row`, its logits, becomes scale * (softmax - one hot), which is the
/// gradient of scale times it.
double crossEntropyGradient(float* row, std::int64_t count, std::int64_t target, float scale);

} // namespace hareloom::neural
