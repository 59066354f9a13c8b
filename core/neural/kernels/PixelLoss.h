// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hareloom::neural {

/// Binary cross-entropy of logits against pixels in [0, 1], in nats, summed over all (rows, pixels); and in
/// the logits' place its gradient, sigmoid(logit) - pixel. One pass over the memory, where an operation each
/// would take six. Not finite when a logit is not. The same bytes on every processor.
double crossEntropyAndGradient(float* logits, const float* pixels, std::int64_t count);

/// Adds the rows of (rows, columns) up: `sums` has `columns` numbers.
void sumOfRows(const float* values, std::int64_t rows, std::int64_t columns, float* sums);

} // namespace hareloom::neural
