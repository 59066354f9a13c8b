// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/write/KvCache.h"

#include "core/neural/kernels/Attention.h"

#include "core/neural/kernels/FloatLanes.h"
#include "core/neural/kernels/GemmKernel.h"

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

/// out[q] = sum over places of weights[q][place] * values[place], for `Registers` registers' width of
/// columns.
template<int Queries, int Registers>
HARELOOM_INLINE void weighColumns(const float* weights, std::int64_t weightStride, std::int64_t places,
                                  const float* values, std::int64_t size, float* out, std::int64_t outStride)
{
    F total[Queries][Registers];
    for (auto& row : total)
        for (F& one : row)
            one = F{};
    for (std::int64_t j = 0; j < places; ++j) {
        F v[Registers];
        for (int r = 0; r < Registers; ++r)
            v[r] = load(values + j * size + r * kLanes);
        for (int q = 0; q < Queries; ++q)
            for (int r = 0; r < Registers; ++r)
                total[q][r] += weights[q * weightStride + j] * v[r];
    }
    for (int q = 0; q < Queries; ++q)
        for (int r = 0; r < Registers; ++r)
            store(out + q * outStride + r * kLanes, total[q][r]);
}

template<int Queries>
HARELOOM_INLINE void weighPlaces(const float* weights, std::int64_t weightStride, std::int64_t places,
                                 const float* values, std::int64_t size, float* out, std::int64_t outStride)
{
    std::int64_t c = 0;
    for (; c + 2 * kLanes <= size; c += 2 * kLanes)
        weighColumns<Queries, 2>(weights, weightStride, places, values + c, size, out + c, outStride);
    for (; c + kLanes <= size; c += kLanes)
        weighColumns<Queries, 1>(weights, weightStride, places, values + c, size, out + c, outStride);
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

/// Memory of the last cache of this thread: groups follow each other, and fresh pages are dear.
struct Spare
{
    Floats keys, values, stepRows;
};
Spare& spare()
{
    thread_local Spare memory;
    return memory;
}

Floats taken(Floats& from, std::int64_t count)
{
    Floats memory = std::move(from);
    if (std::ssize(memory) < count)
        memory.resize(static_cast<std::size_t>(count));
    return memory;
}

} // namespace

KvCache::KvCache(const LanguageLayout& layout, std::int64_t prompts, std::int64_t promptLength,
                 std::int64_t slots, std::int64_t steps)
    : m_layers(std::ssize(layout.layers)),
      m_d(layout.d),
      m_heads(layout.heads),
      m_size(layout.d / layout.heads),
      m_prompts(prompts),
      m_length(promptLength),
      m_slots(slots),
      m_steps(steps),
      m_places(promptLength + steps),
      m_panels((m_places + kPanel - 1) / kPanel),
      m_shared(static_cast<std::size_t>(prompts))
{
    const std::int64_t each = m_layers * prompts;
    m_keys = taken(spare().keys, each * m_d * m_panels * kPanel);
    m_values = taken(spare().values, each * m_d * m_places);
    m_stepRows = taken(spare().stepRows, each * steps * slots * 2 * m_d);
}

KvCache::~KvCache()
{
    spare() = {std::move(m_keys), std::move(m_values), std::move(m_stepRows)};
}

void KvCache::storeShared(std::int64_t layer, std::int64_t prompt, std::int64_t place, const float* keys,
                          const float* values)
{
    for (std::int64_t h = 0; h < m_heads; ++h) {
        const std::int64_t head = (layer * m_prompts + prompt) * m_heads + h;
        float* column = m_keys.data() + (head * m_panels + place / kPanel) * m_size * kPanel + place % kPanel;
        for (std::int64_t c = 0; c < m_size; ++c)
            column[c * kPanel] = keys[h * m_size + c];
        std::copy_n(values + h * m_size, m_size, m_values.data() + (head * m_places + place) * m_size);
    }
}

void KvCache::storePrompts(std::int64_t layer, const float* qkv)
{
    for (std::int64_t b = 0; b < m_prompts; ++b)
        for (std::int64_t t = 0; t < m_length; ++t) {
            const float* row = qkv + (b * m_length + t) * 3 * m_d + m_d;
            storeShared(layer, b, t, row, row + m_d);
        }
}

void KvCache::share(std::int64_t prompt, std::int64_t slot)
{
    const std::int64_t step = m_shared[static_cast<std::size_t>(prompt)]++;
    for (std::int64_t layer = 0; layer < m_layers; ++layer) {
        const float* row = stepRow(layer, prompt, step) + slot * 2 * m_d;
        storeShared(layer, prompt, m_length + step, row, row + m_d);
    }
}

float* KvCache::stepRow(std::int64_t layer, std::int64_t prompt, std::int64_t step)
{
    return m_stepRows.data() + ((layer * m_prompts + prompt) * m_steps + step) * m_slots * 2 * m_d;
}

void KvCache::attend(std::int64_t layer, std::int64_t prompt, std::int64_t step, const float* qkv,
                     const std::vector<std::vector<std::int32_t>>& histories, float* out)
{
    const std::int64_t slotStride = 2 * m_d, stepStride = m_slots * slotStride;
    const std::int64_t shared = sharedSteps(prompt), own = step + 1 - shared, places = m_length + shared;
    const std::int64_t weightStride = m_panels * kPanel + m_steps;
    thread_local Floats memory;
    if (std::ssize(memory) < m_slots * weightStride)
        memory.resize(static_cast<std::size_t>(m_slots * weightStride));
    float* weights = memory.data();
    for (std::int64_t s = 0; s < m_slots; ++s)
        std::copy_n(qkv + s * 3 * m_d + m_d, 2 * m_d, stepRow(layer, prompt, step) + s * slotStride);
    const float* first = stepRow(layer, prompt, shared);
    const float scale = 1 / std::sqrt(static_cast<float>(m_size));
    for (std::int64_t h = 0; h < m_heads; ++h) {
        const std::int64_t head = (layer * m_prompts + prompt) * m_heads + h, at = h * m_size;
        for (std::int64_t p = 0; p * kPanel < places; ++p) {
            GemmStrip strip;
            strip.m = m_slots;
            strip.k = m_size;
            strip.a = qkv + at;
            strip.aRow = 3 * m_d;
            strip.aColumn = 1;
            strip.columns = std::min(kPanel, places - p * kPanel);
            strip.panel = m_keys.data() + (head * m_panels + p) * m_size * kPanel;
            strip.c = weights + p * kPanel;
            strip.cStride = weightStride;
            multiplyStrip(strip);
        }
        // Own steps follow at once; what the last panel computed beyond its places is written over.
        for (std::int64_t s = 0; s < m_slots; ++s) {
            float* row = weights + s * weightStride;
            const std::int32_t* history = histories[static_cast<std::size_t>(s)].data() + shared;
            historyScores(qkv + s * 3 * m_d + at, first + at, slotStride, stepStride, history, own, m_size,
                          row + places);
            softmaxRow(row, places + own, places + own, scale);
        }
        weighPrompt(m_slots, weights, weightStride, places, m_values.data() + head * m_places * m_size,
                    m_size, out + at, m_d);
        for (std::int64_t s = 0; s < m_slots; ++s)
            weighHistory(weights + s * weightStride + places, own, first + m_d + at, slotStride, stepStride,
                         histories[static_cast<std::size_t>(s)].data() + shared, m_size, out + s * m_d + at);
    }
}

} // namespace hareloom::neural
