// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/diffusion/ProcessorDiffusion.h"

#include "core/neural/diffusion/DiffusionGenerator.h"

namespace hareloom::neural {

std::unique_ptr<Generator> ProcessorDiffusion::makeGenerator(const DiffusionArchitecture& architecture,
                                                             std::int64_t updates) const
{
    return std::make_unique<DiffusionGenerator>(architecture, updates);
}

} // namespace hareloom::neural
