// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/language/LanguageForward.h"
#include "core/neural/language/write/KvCache.h"
#include "core/neural/language/write/Writing.h"

namespace hareloom::neural {

/// Writes after a group of prompts of equal length, side by side, one token for each slot a step. Each
/// prompt's numbers are those it would have alone. After stopRequested() logits are of no use.
class Decoder
{
public:
    Decoder(const ForwardWeights& weights, const TokenRows& prompts, std::int64_t slots, std::int64_t steps,
            const StopToken& stop);

    /// Logits that follow each prompt: (prompts, vocabulary); once, before the first step().
    float* start();

    /// Logits that follow: (moves * slots, vocabulary), valid until the next step.
    float* step(const std::vector<WritingMove>& moves);

private:
    void shareSettled(std::int64_t prompt);

    const ForwardWeights& m_weights;
    const LanguageLayout& m_layout;
    TokenRows m_prompts;
    const StopToken& m_stop;
    std::int64_t m_slots, m_step = 0;
    KvCache m_cache;
    std::vector<std::vector<std::vector<std::int32_t>>> m_histories; // by prompt and slot
    Floats m_x, m_between, m_qkv, m_logits;
};

} // namespace hareloom::neural
