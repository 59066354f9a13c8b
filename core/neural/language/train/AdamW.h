// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageTraining.h"
#include "core/neural/kernels/ShardTeam.h"

namespace hareloom::neural {

/// Decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2, in PyTorch's form): weights shrink by
/// rate * decay, then move by Adam's step. Matrices and tables decay; biases and LayerNorm do not.
class AdamW
{
public:
    AdamW(const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan);

    /// Update number `step`, from 0; `gradient` counts `share` of what it says.
    void update(ShardTeam& team, std::int64_t step, double rate, float share, const float* gradient,
                float* weights);

    std::vector<float> first, second; // moments

private:
    struct Chunk
    {
        std::int64_t at, count;
        bool decays;
    };
    const LanguageTrainingPlan& m_plan;
    std::vector<Chunk> m_chunks;
};

/// Euclidean length, summed in pieces of a fixed size.
double lengthOf(ShardTeam& team, const float* values, std::int64_t count);

} // namespace hareloom::neural
