// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/ngram/NGramTables.h"

namespace hareloom {

/// 1 - sum f^2, f the share of each token among those that the model was fitted on. Nei 1973.
double tokenHeterozygosity(const NGramTables& tables);

/// How many different runs of `order` tokens the model was fitted on.
std::int64_t knownNgrams(const NGramTables& tables);

/// -sum over these runs (c, w) of n(c, w) / N ln(n(c, w) / n(c)), in nats a token: how uncertain the next
/// token is once the order - 1 tokens before it are known, by the counts alone. Shannon 1948. NaN where the
/// blocks are shorter than such a run.
double conditionalEntropy(const NGramTables& tables);

} // namespace hareloom
