// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/image/ImageNetworks.h"

#include "core/family/AbsentGenerator.h"

namespace hareloom {

Result<const ImageNetworks*> imageNetworks()
{
    return partOf<ImageNetworks>(torchLibrary());
}

Result<void> checkImageNetworks()
{
    const auto networks = imageNetworks();
    return networks ? Result<void>() : networks.error();
}

std::unique_ptr<Generator> makeImageGenerator(const ImageSettings& settings, const NetworkSettings& training,
                                              const DataShape& shape)
{
    const auto networks = imageNetworks();
    if (!networks)
        return std::make_unique<AbsentGenerator>(networks.error());
    return (*networks)->makeGenerator(settings, training, shape);
}

} // namespace hareloom
