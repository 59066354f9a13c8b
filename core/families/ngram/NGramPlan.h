// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <cstdint>

namespace hareloom {

/// How an n-gram model scores and writes.
struct NGramPlan
{
    double addK = 0; // added to the count of every token of the vocabulary
    double temperature = 1;
    std::int64_t topK = 0; // 0: all; 1: greedy
    double topP = 1;
    /// Token 0 stands for what the vocabulary does not know: by added counts alone it is not written, since
    /// nobody can read it.
    bool hasUnknown = false;

    NGramPlan() = default;
    explicit NGramPlan(const Experiment& experiment);
    /// Whether tokens are drawn with the model's own probabilities.
    bool isPlain(std::int64_t vocabulary) const
    {
        return temperature == 1 && topP == 1 && (topK == 0 || topK >= vocabulary);
    }
};

} // namespace hareloom
