// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/VaeNetworks.h"

#include "core/neural/image/DeviceVae.h"
#include "core/neural/image/Probe.h"
#include "core/neural/image/VaeGenerator.h"
#include "core/neural/image/VaeSample.h"
#include "core/neural/torch/Card.h"

namespace hareloom::neural {

std::unique_ptr<Generator> VaeNetworks::makeGenerator(const ImageSettings& settings,
                                                      const NetworkSettings& training,
                                                      const DataShape& shape) const
{
    return std::make_unique<VaeGenerator>(settings, training, shape);
}

std::unique_ptr<ImageProbe> VaeNetworks::makeProbe() const
{
    return std::make_unique<Probe>();
}

NetworkMemory VaeNetworks::memory(const VaeArchitecture& architecture, std::int64_t rows, std::int64_t batch,
                                  const std::string& device) const
{
    NetworkMemory memory;
    memory.machine = rows * architecture.pixels() * static_cast<std::int64_t>(sizeof(float));
    if (device == "cpu")
        return memory;
    memory.device = vaeMemoryOn(architecture, rows, batch);
    memory.deviceLeast = vaeMemoryOn(architecture, rows, 1);
    const Card card = cardOf(torchDevice(device));
    memory.deviceFree = card.freeMemory;
    memory.deviceAll = card.memory;
    return memory;
}

std::vector<std::uint8_t> VaeNetworks::decode(const VaeSnapshot& model, std::span<const float> latents) const
{
    return bytesOf(VaeMath(model.architecture(), "cpu"), *model.weights(), latents);
}

std::vector<float> VaeNetworks::wallLatents(const VaeArchitecture& architecture, int count) const
{
    const Floats points = neural::wallLatents(architecture.latent, count);
    return {points.begin(), points.end()};
}

} // namespace hareloom::neural
