// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionNetworks.h"

namespace hareloom::neural {

/// Diffusion models by our own engine.
class ProcessorDiffusion final : public DiffusionNetworks
{
public:
    std::unique_ptr<Generator> makeGenerator(const DiffusionArchitecture& architecture,
                                             std::int64_t updates) const override;
};

} // namespace hareloom::neural
