// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/diffusion/DiffusionNetworks.h"

#include "core/family/AbsentGenerator.h"

namespace hareloom {

Result<void> checkDiffusionNetworks()
{
    const auto networks = partOf<DiffusionNetworks>(processorLibrary());
    return networks ? Result<void>() : networks.error();
}

std::unique_ptr<Generator> makeDiffusionGenerator(const DiffusionArchitecture& architecture,
                                                  std::int64_t updates)
{
    const auto networks = partOf<DiffusionNetworks>(processorLibrary());
    if (!networks)
        return std::make_unique<AbsentGenerator>(networks.error());
    return (*networks)->makeGenerator(architecture, updates);
}

} // namespace hareloom
