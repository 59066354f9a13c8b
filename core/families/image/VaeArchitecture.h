// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/ImageSettings.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hareloom {

/// A variational autoencoder (Kingma and Welling 2014) of grey images, as numbers.
/// convolutional: Conv(1 -> 64 -> 128, kernel 4, stride 2, padding 1), each with a rectifier, then one layer
/// to mean and log variance; a layer to (128, h/4, w/4) and the mirrored transposed convolutions back: the
/// network of Shumailov et al. 2024, "MNIST". Needs sides that four divides. dense: one hidden layer with a
/// rectifier on either side. Both end in a sigmoid.
struct VaeArchitecture
{
    ImageNetwork network = ImageNetwork::Dense;
    int width = 28, height = 28;
    int latent = 20;
    int hidden = 256; // dense only

    bool operator==(const VaeArchitecture&) const = default;
    int pixels() const { return width * height; }
};

/// The one that these settings mean for images of this size.
VaeArchitecture architectureOf(const ImageSettings& settings, int width, int height);

/// One array of parameters, in the flat order in which they are kept: name and shape as in PyTorch.
struct ParameterShape
{
    std::string name;
    std::vector<std::int64_t> shape;
    std::int64_t offset = 0; // of its first number
    std::int64_t fanIn = 0; // inputs of a unit, as PyTorch counts them: starts are uniform in +-1/sqrt(fanIn)
    std::int64_t size() const;
};

/// Mean's and log variance's arrays lie side by side, so that one product makes both.
std::vector<ParameterShape> parametersOf(const VaeArchitecture& architecture);
std::int64_t parameterCount(const VaeArchitecture& architecture);

} // namespace hareloom
