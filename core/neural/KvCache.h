// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/Floats.h"
#include "core/neural/LanguageLayout.h"

#include <vector>

namespace hareloom::neural {

/// Keys and values of a group of prompts of equal length and of what was written after each. A prompt has
/// several slots (beams), which share its keys; behind it, each step writes one place for each slot and
/// nothing is ever moved: a beam knows, for each step, which slot its history went through.
class KvCache
{
public:
    KvCache(const LanguageLayout& layout, std::int64_t prompts, std::int64_t promptLength, std::int64_t slots,
            std::int64_t steps);

    std::int64_t slots() const { return m_slots; }

    /// One layer's queries, keys and values of all prompts: (prompts * promptLength, 3 * hidden).
    void storePrompts(std::int64_t layer, const float* qkv);

    /// For one prompt, in step `step`: stores the slots' keys and values (slots, 3 * hidden) and attends from
    /// each to the prompt, and to its own history: histories (slots, step + 1) say through which slot, the
    /// last being its own. out (slots, hidden).
    void attend(std::int64_t layer, std::int64_t prompt, std::int64_t step, const float* qkv,
                const std::vector<std::vector<std::int32_t>>& histories, float* out);

private:
    float* stepKeys(std::int64_t layer, std::int64_t prompt, std::int64_t step);

    std::int64_t m_d, m_heads, m_size, m_prompts, m_length, m_slots, m_steps, m_panels;
    Floats m_promptKeys;   // (layer, prompt, head, panel, headSize, kPanel): transposed, for products
    Floats m_promptValues; // (layer, prompt, head, place, headSize)
    Floats m_stepRows;     // (layer, prompt, step, slot, key and value: 2 * hidden)
};

} // namespace hareloom::neural
