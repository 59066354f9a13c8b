// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/kernels/Floats.h"
#include "core/neural/language/LanguageLayout.h"

#include <vector>

namespace hareloom::neural {

/// Keys and values of a group of prompts of equal length and of what was written after each. A prompt has
/// several slots (beams), which share its keys; behind it, each step writes one place for each slot and
/// nothing is moved: a beam knows, for each step, which slot its history went through. Steps in which all
/// beams of a prompt have the same history join the prompt, whose keys are read for all beams at once.
class KvCache
{
public:
    KvCache(const LanguageLayout& layout, std::int64_t prompts, std::int64_t promptLength, std::int64_t slots,
            std::int64_t steps);
    ~KvCache();
    KvCache(const KvCache&) = delete;
    KvCache& operator=(const KvCache&) = delete;

    /// One layer's queries, keys and values of all prompts: (prompts * promptLength, 3 * hidden).
    void storePrompts(std::int64_t layer, const float* qkv);

    /// Joins to the prompt the next of its steps, which all its beams took through `slot`.
    void share(std::int64_t prompt, std::int64_t slot);
    std::int64_t sharedSteps(std::int64_t prompt) const { return m_shared[static_cast<std::size_t>(prompt)]; }

    /// For one prompt, in step `step`: stores the slots' keys and values (slots, 3 * hidden) and attends from
    /// each to what is shared, and to its own history: histories (slots, step + 1) say through which slot,
    /// the last being its own. out (slots, hidden).
    void attend(std::int64_t layer, std::int64_t prompt, std::int64_t step, const float* qkv,
                const std::vector<std::vector<std::int32_t>>& histories, float* out);

private:
    float* stepRow(std::int64_t layer, std::int64_t prompt, std::int64_t step);
    void storeShared(std::int64_t layer, std::int64_t prompt, std::int64_t place, const float* keys,
                     const float* values);

    std::int64_t m_layers, m_d, m_heads, m_size, m_prompts, m_length, m_slots, m_steps;
    std::int64_t m_places, m_panels;    // that can be shared
    std::vector<std::int64_t> m_shared; // steps of each prompt
    Floats m_keys;     // (layer, prompt, head, panel, headSize, kPanel): transposed, for products
    Floats m_values;   // (layer, prompt, head, place, headSize)
    Floats m_stepRows; // (layer, prompt, step, slot, key and value: 2 * hidden)
};

} // namespace hareloom::neural
