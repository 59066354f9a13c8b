// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/data/Dataset.h"
#include "core/families/image/VaeSnapshot.h"
#include "core/neural/image/VaeMath.h"

namespace hareloom::neural {

struct VaeSampling
{
    Seed seed = 0;
    double lambda = 1;        // z ~ N(0, lambda I)
    bool isBernoulli = false; // black or white by the decoder's chance, else the chance itself
};

/// n images drawn from the decoder (n, pixels) as a function of (weights, seed, row): decoded in blocks that
/// begin at the same rows for every reader and are always computed whole.
DatasetPtr vaeSample(std::shared_ptr<const VaeMath> math, VaeSnapshot::Weights weights, std::int64_t n,
                     const VaeSampling& sampling);

/// Where on latent space the walls' images lie: (count, latent).
Floats wallLatents(int latent, int count);

/// Decoder means of latent points (n, latent), one byte a pixel.
std::vector<std::uint8_t> bytesOf(const VaeMath& math, const std::vector<float>& weights,
                                  std::span<const float> latents);

/// Decoder means, one byte a pixel, of `count` latent points that are the same for every model of this number
/// of latent dimensions.
std::vector<std::uint8_t> wallOf(const VaeMath& math, const std::vector<float>& weights, int count);

} // namespace hareloom::neural
