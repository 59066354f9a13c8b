// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionSettings.h"

#include <cstdint>
#include <vector>

namespace hareloom {

struct DataShape;

/// A network that says which noise is in a row (Ho et al. 2020): the row and 16 numbers that say how much,
/// through hidden layers with the activation GELU, to as many numbers as the row has. Rows are drawn with it
/// in a few steps (Song et al. 2021).
struct DiffusionArchitecture
{
    int dimension = 2;
    int width = 0, height = 0; // of images, else 0
    int units = 64, layers = 4;
    int drawSteps = 30;
    NoiseSchedule schedule = NoiseSchedule::Cosine;

    bool operator==(const DiffusionArchitecture&) const = default;
    bool areImages() const { return width > 0; }
};

/// Numbers that tell the network how much noise there is.
inline constexpr int kTimeNumbers = 16;

DiffusionArchitecture architectureOf(const DiffusionSettings& settings, const DataShape& shape);

/// One layer of weights (outputs, inputs) and biases (outputs), in the flat order in which they are kept.
struct DenseLayer
{
    std::int64_t inputs = 0, outputs = 0;
    std::int64_t weights = 0, biases = 0; // where they begin
};
std::vector<DenseLayer> layersOf(const DiffusionArchitecture& architecture);
std::int64_t parameterCount(const DiffusionArchitecture& architecture);

} // namespace hareloom
