// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/write/Decoder.h"

#include <algorithm>

namespace hareloom::neural {

Decoder::Decoder(const ForwardWeights& weights, const TokenRows& prompts, std::int64_t slots,
                 std::int64_t steps, const StopToken& stop)
    : m_weights(weights),
      m_layout(weights.layout()),
      m_prompts(prompts),
      m_stop(stop),
      m_slots(slots),
      m_cache(m_layout, prompts.rows, prompts.length, slots, steps),
      m_histories(static_cast<std::size_t>(prompts.rows),
                  std::vector<std::vector<std::int32_t>>(static_cast<std::size_t>(slots)))
{
    const std::int64_t rows = prompts.rows * slots, d = m_layout.d;
    const auto floats = [](std::int64_t count) { return Floats(static_cast<std::size_t>(count)); };
    m_x = floats(rows * d);
    m_between = floats(rows * (d + m_layout.ffn));
    m_qkv = floats(rows * 3 * d);
    m_logits = floats(rows * m_layout.vocabulary);
}

float* Decoder::start()
{
    const Floats hidden =
        hiddenStates(m_weights, m_prompts, m_stop,
                     [this](std::int64_t layer, const float* qkv) { m_cache.storePrompts(layer, qkv); });
    for (std::int64_t b = 0; b < m_prompts.rows; ++b)
        std::copy_n(hidden.data() + ((b + 1) * m_prompts.length - 1) * m_layout.d, m_layout.d,
                    m_x.data() + b * m_layout.d);
    m_weights.head(m_prompts.rows, m_x.data(), m_logits.data(), m_layout.vocabulary);
    return m_logits.data();
}

void Decoder::shareSettled(std::int64_t prompt)
{
    const auto& histories = m_histories[static_cast<std::size_t>(prompt)];
    for (std::int64_t step = m_cache.sharedSteps(prompt); step < m_step; ++step) {
        const std::int32_t slot = histories.front()[static_cast<std::size_t>(step)];
        for (const auto& history : histories)
            if (history[static_cast<std::size_t>(step)] != slot)
                return;
        m_cache.share(prompt, slot);
    }
}

float* Decoder::step(const std::vector<WritingMove>& moves)
{
    const std::int64_t rows = std::ssize(moves) * m_slots, d = m_layout.d;
    const float* w = m_weights.weights();
    const float* place =
        w + m_layout.positions + (m_prompts.length + m_step + m_layout.architecture.positionOffset()) * d;
    float* x = m_x.data();
    for (const WritingMove& move : moves) {
        auto& histories = m_histories[static_cast<std::size_t>(move.prompt)];
        if (m_step > 0) {
            const auto last = histories;
            for (std::size_t s = 0; s < histories.size(); ++s)
                histories[s] = last[static_cast<std::size_t>(move.parents[s])];
            shareSettled(move.prompt);
        }
        for (std::size_t s = 0; s < histories.size(); ++s, x += d) {
            histories[s].push_back(static_cast<std::int32_t>(s));
            const float* token = w + m_layout.tokens + move.tokens[s] * d;
            for (std::int64_t i = 0; i < d; ++i)
                x[i] = token[i] + place[i];
        }
    }
    x = m_x.data();
    for (std::int64_t l = 0; l < std::ssize(m_layout.layers) && !m_stop.stopRequested(); ++l) {
        const LayerPlaces& p = m_layout.layers[static_cast<std::size_t>(l)];
        m_layout.norm(w, p.norm1Weight, p.norm1Bias).forward(rows, x, m_between.data(), nullptr);
        m_weights.multiply(l, ForwardWeights::Qkv, rows, m_between.data(), m_qkv.data(), {w + p.qkvBias});
        for (std::size_t i = 0; i < moves.size(); ++i) {
            const std::int64_t row = static_cast<std::int64_t>(i) * m_slots;
            m_cache.attend(l, moves[i].prompt, m_step, m_qkv.data() + row * 3 * d,
                           m_histories[static_cast<std::size_t>(moves[i].prompt)],
                           m_between.data() + row * d);
        }
        m_weights.multiply(l, ForwardWeights::Out, rows, m_between.data(), x, {w + p.outBias, x, d, false});
        addMlp(m_weights, l, rows, x, m_between.data());
    }
    m_layout.norm(w, m_layout.normWeight, m_layout.normBias).forward(rows, x, x, nullptr);
    m_weights.head(rows, x, m_logits.data(), m_layout.vocabulary);
    ++m_step;
    return m_logits.data();
}

} // namespace hareloom::neural
