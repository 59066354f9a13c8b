// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

#include <cstdint>

namespace hareloom {

/// See VaeArchitecture.h.
enum class ImageNetwork { Dense, Convolutional };
inline constexpr std::array<Word<ImageNetwork>, 2> kImageNetworks = {
    {{ImageNetwork::Dense, "dense"}, {ImageNetwork::Convolutional, "convolutional"}}};

/// Generated images: the decoder's means, or black and white pixels drawn with these probabilities.
enum class ImageSampling { Means, Bernoulli };
inline constexpr std::array<Word<ImageSampling>, 2> kImageSamplings = {
    {{ImageSampling::Means, "means"}, {ImageSampling::Bernoulli, "bernoulli"}}};

/// Beside NetworkSettings.
struct ImageSettings
{
    ImageNetwork network = ImageNetwork::Dense;
    std::int64_t latent = 20;  // numbers that describe an image
    std::int64_t hidden = 256; // dense: units of the hidden layers
    double beta = 1;           // weight of the KL term
    ImageSampling sampling = ImageSampling::Means;
};

} // namespace hareloom
