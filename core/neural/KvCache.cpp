// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/KvCache.h"

#include "core/neural/FloatLanes.h"
#include "core/neural/GemmKernel.h"

#include <algorithm>
#include <cmath>

namespace hareloom::neural {
namespace {

using namespace lanes;

HARELOOM_INLINE float product(const float* a, const float* b, std::int64_t n)
{
    F total{};
    float rest = 0;
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes)
        total += load(a + i) * load(b + i);
    for (; i < n; ++i)
        rest += a[i] * b[i];
    return sum(total) + rest;
}

/// scores[t] = query . key of its history's slot in step t; keys of a step lie `stride` apart.
HARELOOM_EVERY_WIDTH
void historyScores(const float* query, const float* keys, std::int64_t slotStride, std::int64_t stepStride,
                   const std::int32_t* history, std::int64_t steps, std::int64_t size, float* scores)
{
    for (std::int64_t t = 0; t < steps; ++t)
        scores[t] = product(query, keys + t * stepStride + history[t] * slotStride, size);
}

HARELOOM_EVERY_WIDTH
void softmaxScaled(float* row, std::int64_t count, float scale)
{
    constexpr float kNever = -__builtin_inff();
    F best = F{} + kNever;
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        best = larger(load(row + i), best);
    if (i < count)
        best = larger(loadSome(row + i, count - i, kNever), best);
    const float most = largest(best) * scale;
    F total{};
    for (i = 0; i < count; i += kLanes) {
        const std::int64_t here = std::min(kLanes, count - i);
        const F e = exp((here == kLanes ? load(row + i) : loadSome(row + i, here, kNever)) * scale - most);
        total += e;
        here == kLanes ? store(row + i, e) : storeSome(row + i, e, here);
    }
    const float share = 1 / sum(total);
    for (i = 0; i < count; ++i)
        row[i] *= share;
}

/// out[q] += sum over places of weights[q][place] * values[place], for one register's width of columns.
template<int Queries>
HARELOOM_INLINE void weighPlaces(const float* weights, std::int64_t weightStride, std::int64_t places,
                                 const float* values, std::int64_t size, float* out, std::int64_t outStride)
{
    std::int64_t c = 0;
    for (; c + kLanes <= size; c += kLanes) {
        F total[Queries];
        for (int q = 0; q < Queries; ++q)
            total[q] = F{};
        for (std::int64_t j = 0; j < places; ++j) {
            const F v = load(values + j * size + c);
            for (int q = 0; q < Queries; ++q)
                total[q] += weights[q * weightStride + j] * v;
        }
        for (int q = 0; q < Queries; ++q)
            store(out + q * outStride + c, total[q]);
    }
    for (; c < size; ++c)
        for (int q = 0; q < Queries; ++q) {
            float total = 0;
            for (std::int64_t j = 0; j < places; ++j)
                total += weights[q * weightStride + j] * values[j * size + c];
            out[q * outStride + c] = total;
        }
}

HARELOOM_EVERY_WIDTH
void weighPrompt(std::int64_t queries, const float* weights, std::int64_t weightStride, std::int64_t places,
                 const float* values, std::int64_t size, float* out, std::int64_t outStride)
{
    std::int64_t q = 0;
    for (; q + 5 <= queries; q += 5)
        weighPlaces<5>(weights + q * weightStride, weightStride, places, values, size, out + q * outStride,
                       outStride);
    for (; q + 2 <= queries; q += 2)
        weighPlaces<2>(weights + q * weightStride, weightStride, places, values, size, out + q * outStride,
                       outStride);
    if (q < queries)
        weighPlaces<1>(weights + q * weightStride, weightStride, places, values, size, out + q * outStride,
                       outStride);
}

HARELOOM_EVERY_WIDTH
void weighHistory(const float* weights, std::int64_t steps, const float* values, std::int64_t slotStride,
                  std::int64_t stepStride, const std::int32_t* history, std::int64_t size, float* out)
{
    std::int64_t c = 0;
    for (; c + kLanes <= size; c += kLanes) {
        F total = load(out + c);
        for (std::int64_t t = 0; t < steps; ++t)
            total += weights[t] * load(values + t * stepStride + history[t] * slotStride + c);
        store(out + c, total);
    }
    for (; c < size; ++c)
        for (std::int64_t t = 0; t < steps; ++t)
            out[c] += weights[t] * values[t * stepStride + history[t] * slotStride + c];
}

} // namespace

KvCache::KvCache(const LanguageLayout& layout, std::int64_t prompts, std::int64_t promptLength,
                 std::int64_t slots, std::int64_t steps)
    : m_d(layout.d),
      m_heads(layout.heads),
      m_size(layout.d / layout.heads),
      m_prompts(prompts),
      m_length(promptLength),
      m_slots(slots),
      m_steps(steps),
      m_panels((promptLength + kPanel - 1) / kPanel)
{
    const std::int64_t each = std::ssize(layout.layers) * prompts;
    m_promptKeys.resize(static_cast<std::size_t>(each * m_d * m_panels * kPanel));
    m_promptValues.resize(static_cast<std::size_t>(each * m_d * m_length));
    m_stepRows.resize(static_cast<std::size_t>(each * steps * slots * 2 * m_d));
}

void KvCache::storePrompts(std::int64_t layer, const float* qkv)
{
    for (std::int64_t b = 0; b < m_prompts; ++b)
        for (std::int64_t h = 0; h < m_heads; ++h) {
            const std::int64_t head = (layer * m_prompts + b) * m_heads + h;
            float* keys = m_promptKeys.data() + head * m_panels * m_size * kPanel;
            float* values = m_promptValues.data() + head * m_length * m_size;
            for (std::int64_t t = 0; t < m_length; ++t) {
                const float* row = qkv + (b * m_length + t) * 3 * m_d + m_d + h * m_size;
                float* column = keys + t / kPanel * m_size * kPanel + t % kPanel;
                for (std::int64_t c = 0; c < m_size; ++c)
                    column[c * kPanel] = row[c];
                std::copy_n(row + m_d, m_size, values + t * m_size);
            }
        }
}

float* KvCache::stepKeys(std::int64_t layer, std::int64_t prompt, std::int64_t step)
{
    return m_stepRows.data() + ((layer * m_prompts + prompt) * m_steps + step) * m_slots * 2 * m_d;
}

void KvCache::attend(std::int64_t layer, std::int64_t prompt, std::int64_t step, const float* qkv,
                     const std::vector<std::vector<std::int32_t>>& histories, float* out)
{
    const std::int64_t slotStride = 2 * m_d, stepStride = m_slots * slotStride, steps = step + 1;
    const std::int64_t padded = m_panels * kPanel, weightStride = padded + m_steps;
    thread_local Floats memory;
    memory.resize(static_cast<std::size_t>(m_slots * weightStride));
    float* weights = memory.data();
    float* own = stepKeys(layer, prompt, step);
    for (std::int64_t s = 0; s < m_slots; ++s)
        std::copy_n(qkv + s * 3 * m_d + m_d, 2 * m_d, own + s * slotStride);
    const float* first = stepKeys(layer, prompt, 0);
    const float scale = 1 / std::sqrt(static_cast<float>(m_size));
    for (std::int64_t h = 0; h < m_heads; ++h) {
        const std::int64_t head = (layer * m_prompts + prompt) * m_heads + h, at = h * m_size;
        const float* keys = m_promptKeys.data() + head * m_panels * m_size * kPanel;
        for (std::int64_t p = 0; p < m_panels; ++p) {
            GemmStrip strip;
            strip.m = m_slots;
            strip.k = m_size;
            strip.a = qkv + at;
            strip.aRow = 3 * m_d;
            strip.aColumn = 1;
            strip.panel = keys + p * m_size * kPanel;
            strip.c = weights + p * kPanel;
            strip.cStride = weightStride;
            multiplyStrip(strip);
        }
        // Steps follow the prompt at once; what the last panel computed beyond it is written over.
        for (std::int64_t s = 0; s < m_slots; ++s) {
            float* row = weights + s * weightStride;
            const auto& history = histories[static_cast<std::size_t>(s)];
            historyScores(qkv + s * 3 * m_d + at, first + at, slotStride, stepStride, history.data(), steps,
                          m_size, row + m_length);
            softmaxScaled(row, m_length + steps, scale);
        }
        const float* values = m_promptValues.data() + head * m_length * m_size;
        weighPrompt(m_slots, weights, weightStride, m_length, values, m_size, out + at, m_d);
        for (std::int64_t s = 0; s < m_slots; ++s)
            weighHistory(weights + s * weightStride + m_length, steps, first + m_d + at, slotStride,
                         stepStride, histories[static_cast<std::size_t>(s)].data(), m_size,
                         out + s * m_d + at);
    }
}

} // namespace hareloom::neural
