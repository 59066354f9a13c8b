// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/ImageNetworks.h"

namespace hareloom::neural {

/// Image models: autoencoders by LibTorch, on the processor and on cards.
class VaeNetworks final : public ImageNetworks
{
public:
    std::unique_ptr<Generator> makeGenerator(const ImageSettings& settings, const NetworkSettings& training,
                                             const DataShape& shape) const override;
    std::unique_ptr<ImageProbe> makeProbe() const override;
    NetworkMemory memory(const VaeArchitecture& architecture, std::int64_t rows, std::int64_t batch,
                         const std::string& device) const override;
    std::vector<std::uint8_t> decode(const VaeSnapshot& model, std::span<const float> latents) const override;
    std::vector<float> wallLatents(const VaeArchitecture& architecture, int count) const override;
};

} // namespace hareloom::neural
