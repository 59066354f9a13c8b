// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/torch/Card.h"
#include "core/neural/torch/DeviceWeights.h"

namespace hareloom::neural {

/// Writes after many prompts of equal length side by side on a device, one token for each slot (beam) of each
/// a step. Keys and values lie in one array that does not move: first the prompt's, once for all its slots,
/// then a place for each step and slot. A slot's history is a mask over its prompt's places, so a beam that
/// goes on from another one copies a row of the mask and nothing else. All shapes are fixed, so a step is
/// recorded once for each kSteps of them (StepGraph) and used for group after group.
class DeviceDecoder
{
public:
    DeviceDecoder(const DeviceWeights& weights, std::int64_t prompts, std::int64_t promptLength,
                  std::int64_t slots, std::int64_t steps);

    /// ids (prompts, promptLength). Logits that follow each: (prompts, stride()) of the products' type; those
    /// from `vocabulary` on are minus infinity.
    at::Tensor start(const at::Tensor& ids);
    /// The slots' new tokens and the slots of the last step that they go on from: (prompts, slots). Logits
    /// that follow: (prompts * slots, stride()), as of start(), until the next step.
    at::Tensor step(const at::Tensor& tokens, const at::Tensor& parents);

    std::int64_t prompts() const { return m_prompts; }
    std::int64_t promptLength() const { return m_length; }
    std::int64_t slots() const { return m_slots; }
    std::int64_t stride() const { return m_stride; }
    /// Bytes that one prompt takes.
    static std::int64_t memoryFor(const LanguageArchitecture& architecture, std::int64_t promptLength,
                                  std::int64_t slots, std::int64_t steps, at::ScalarType products);

private:
    void compute(std::int64_t reach);

    const DeviceWeights& m_weights;
    std::int64_t m_prompts, m_length, m_slots, m_stride, m_places, m_step = 0;
    std::vector<at::Tensor> m_keys, m_values; // by layer: (prompts, heads, places, head size)
    at::Tensor m_mask;                        // (prompts, slots, places): 0, or minus infinity
    at::Tensor m_tokens, m_parents;           // (prompts, slots)
    at::Tensor m_at, m_position;              // (slots), (1): where this step's keys go, its position's row
    at::Tensor m_logits;                      // (prompts * slots, stride), the products' type
    std::vector<StepGraph> m_graphs;
};

} // namespace hareloom::neural
