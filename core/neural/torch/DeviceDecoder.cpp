// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/DeviceDecoder.h"

#include "core/neural/torch/DeviceForward.h"

#include <limits>

namespace hareloom::neural {
namespace {

using at::Tensor;

constexpr std::int64_t kSteps = 16;      // that one recording serves: attention looks no further than it must
constexpr std::int64_t kLine = 128;      // logits are laid in rows of a multiple of it
constexpr std::int64_t kPlaceBlock = 16; // as are places of keys
constexpr double kNever = -std::numeric_limits<double>::infinity();

std::int64_t roundedUp(std::int64_t count, std::int64_t to)
{
    return (count + to - 1) / to * to;
}

} // namespace

DeviceDecoder::DeviceDecoder(const DeviceWeights& weights, std::int64_t prompts, std::int64_t promptLength,
                             std::int64_t slots, std::int64_t steps)
    : m_weights(weights),
      m_prompts(prompts),
      m_length(promptLength),
      m_slots(slots),
      m_stride(roundedUp(weights.layout().vocabulary, kLine)),
      m_places(roundedUp(promptLength + slots * steps, kPlaceBlock)),
      m_graphs(static_cast<std::size_t>((steps + kSteps - 1) / kSteps))
{
    const LanguageLayout& layout = weights.layout();
    const auto numbers = at::TensorOptions(weights.device()).dtype(weights.products());
    const auto whole = numbers.dtype(at::kLong);
    for (std::size_t i = 0; i < layout.layers.size(); ++i)
        for (auto* cache : {&m_keys, &m_values})
            cache->push_back(at::zeros({prompts, layout.heads, m_places, layout.d / layout.heads}, numbers));
    m_mask = at::zeros({prompts, slots, m_places}, numbers);
    m_tokens = at::zeros({prompts, slots}, whole);
    m_parents = at::zeros({prompts, slots}, whole);
    m_at = at::zeros({slots}, whole);
    m_position = at::zeros({1}, whole);
    m_logits = at::full({prompts * slots, m_stride}, kNever, numbers);
}

std::int64_t DeviceDecoder::memoryFor(const LanguageArchitecture& a, std::int64_t promptLength,
                                      std::int64_t slots, std::int64_t steps, at::ScalarType products)
{
    const std::int64_t each = products == at::kFloat ? 4 : 2;
    const std::int64_t caches = a.layers * 2 * a.hidden * (promptLength + slots * steps + kPlaceBlock) * each;
    const std::int64_t logits = slots * (a.vocabulary + kLine) * (each + 2 * 4);
    // Of the prompt's own pass, or of a step.
    const std::int64_t pass =
        std::max(promptLength, slots) * (3 * 4 * a.hidden + each * (5 * a.hidden + 2 * a.ffn));
    return caches + logits + pass;
}

Tensor DeviceDecoder::start(const Tensor& ids)
{
    m_step = 0;
    m_mask.fill_(kNever);
    m_mask.narrow(2, 0, m_length).zero_();
    m_parents.copy_(at::arange(m_slots, m_parents.options()).expand({m_prompts, m_slots}));
    m_at.copy_(at::arange(m_length, m_length + m_slots, m_at.options()));
    m_position.fill_(m_length + m_weights.layout().architecture.positionOffset());
    const auto keep = [this](std::int64_t layer, const Tensor& keys, const Tensor& values) {
        m_keys[static_cast<std::size_t>(layer)].narrow(2, 0, m_length).copy_(keys);
        m_values[static_cast<std::size_t>(layer)].narrow(2, 0, m_length).copy_(values);
    };
    const Tensor hidden = hiddenOn(m_weights, ids, {}, {}, keep).view({m_prompts, m_length, -1});
    Tensor logits = at::full({m_prompts, m_stride}, kNever, m_logits.options());
    logits.narrow(1, 0, m_weights.layout().vocabulary)
        .copy_(hidden.select(1, m_length - 1).mm(m_weights.head.t()));
    return logits;
}

Tensor DeviceDecoder::step(const Tensor& tokens, const Tensor& parents)
{
    m_tokens.copy_(tokens);
    if (m_step > 0)
        m_parents.copy_(parents);
    const std::int64_t bucket = m_step / kSteps;
    const std::int64_t reach =
        std::min(m_places, roundedUp(m_length + m_slots * (bucket + 1) * kSteps, kPlaceBlock));
    m_graphs[static_cast<std::size_t>(bucket)].run(m_weights.device(), [this, reach] { compute(reach); });
    ++m_step;
    return m_logits;
}

void DeviceDecoder::compute(std::int64_t reach)
{
    const LanguageLayout& layout = m_weights.layout();
    const std::int64_t heads = layout.heads, size = layout.d / heads;
    m_mask.copy_(m_mask.gather(1, m_parents.unsqueeze(2).expand({m_prompts, m_slots, m_places})));
    m_mask.scatter_(2, m_at.view({1, m_slots, 1}).expand({m_prompts, m_slots, 1}), 0);
    AttentionReach seen;
    seen.mask = m_mask.narrow(2, 0, reach).unsqueeze(1).expand({m_prompts, heads, m_slots, reach});
    const auto attend = [&](std::int64_t layer, const Tensor& qkv) {
        const auto parts = qkv.view({m_prompts, m_slots, 3, heads, size}).permute({2, 0, 3, 1, 4}).unbind(0);
        Tensor& keys = m_keys[static_cast<std::size_t>(layer)];
        Tensor& values = m_values[static_cast<std::size_t>(layer)];
        keys.index_copy_(2, m_at, parts[1]);
        values.index_copy_(2, m_at, parts[2]);
        return attention(parts[0], keys.narrow(2, 0, reach), values.narrow(2, 0, reach), seen)
            .transpose(1, 2)
            .reshape({-1, layout.d});
    };
    const Tensor x =
        at::embedding(m_weights.tokens, m_tokens.view({-1})) + at::embedding(m_weights.positions, m_position);
    const Tensor hidden = blocksOn(m_weights, x, attend);
    Tensor logits = m_logits.narrow(1, 0, layout.vocabulary);
    at::mm_out(logits, hidden, m_weights.head.t());
    m_at.add_(m_slots);
    m_position.add_(1);
}

} // namespace hareloom::neural
