// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/LanguageLayout.h"

namespace hareloom::neural {

LanguageLayout::LanguageLayout(const LanguageArchitecture& a)
    : architecture(a),
      d(a.hidden),
      ffn(a.ffn),
      vocabulary(a.vocabulary),
      heads(a.heads),
      epsilon(static_cast<float>(a.normEpsilon)),
      activation(a.activation)
{
    // The order of tensorsOf(), query, key and value taken as one.
    std::int64_t next = 0;
    const auto take = [&next](std::int64_t count) { return std::exchange(next, next + count); };
    tokens = take(vocabulary * d);
    positions = take(a.positionRows() * d);
    for (std::int64_t l = 0; l < a.layers; ++l) {
        LayerPlaces p;
        p.norm1Weight = take(d);
        p.norm1Bias = take(d);
        p.qkvWeight = take(3 * d * d);
        p.qkvBias = take(3 * d);
        p.outWeight = take(d * d);
        p.outBias = take(d);
        p.norm2Weight = take(d);
        p.norm2Bias = take(d);
        p.upWeight = take(ffn * d);
        p.upBias = take(ffn);
        p.downWeight = take(d * ffn);
        p.downBias = take(d);
        layers.push_back(p);
    }
    normWeight = take(d);
    normBias = take(d);
    size = next;
}

} // namespace hareloom::neural
