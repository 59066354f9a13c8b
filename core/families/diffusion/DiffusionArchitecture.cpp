// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/diffusion/DiffusionArchitecture.h"

#include "core/family/Family.h"

namespace hareloom {

DiffusionArchitecture architectureOf(const DiffusionSettings& settings, const DataShape& shape)
{
    return {shape.dimension,
            shape.width,
            shape.height,
            static_cast<int>(settings.units),
            static_cast<int>(settings.layers),
            static_cast<int>(settings.drawSteps),
            settings.schedule};
}

std::vector<DenseLayer> layersOf(const DiffusionArchitecture& architecture)
{
    std::vector<DenseLayer> layers;
    std::int64_t at = 0, inputs = architecture.dimension + kTimeNumbers;
    for (int l = 0; l <= architecture.layers; ++l) {
        const std::int64_t outputs = l < architecture.layers ? architecture.units : architecture.dimension;
        layers.push_back({inputs, outputs, at, at + inputs * outputs});
        at += (inputs + 1) * outputs;
        inputs = outputs;
    }
    return layers;
}

std::int64_t parameterCount(const DiffusionArchitecture& architecture)
{
    const DenseLayer last = layersOf(architecture).back();
    return last.biases + last.outputs;
}

} // namespace hareloom
