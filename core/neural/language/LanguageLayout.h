// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageArchitecture.h"
#include "core/neural/kernels/Activation.h"
#include "core/neural/kernels/LayerNorm.h"

namespace hareloom::neural {

/// Where one block's arrays begin in the flat weights; matrices are (outputs, inputs).
struct LayerPlaces
{
    std::int64_t norm1Weight, norm1Bias, qkvWeight, qkvBias, outWeight, outBias;
    std::int64_t norm2Weight, norm2Bias, upWeight, upBias, downWeight, downBias;
};

/// An architecture's numbers as the computations want them. Both kinds share one layout (tensorsOf()).
struct LanguageLayout
{
    explicit LanguageLayout(const LanguageArchitecture& architecture);

    LayerNorm norm(const float* weights, std::int64_t weight, std::int64_t bias) const
    {
        return {d, weights + weight, weights + bias, epsilon};
    }

    LanguageArchitecture architecture;
    std::int64_t d, ffn, vocabulary, heads;
    float epsilon;
    Activation activation;
    std::int64_t tokens = 0, positions = 0; // tables
    std::vector<LayerPlaces> layers;
    std::int64_t normWeight = 0, normBias = 0;
    std::int64_t size = 0;
};

} // namespace hareloom::neural
