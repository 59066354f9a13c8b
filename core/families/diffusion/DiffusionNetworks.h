// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionArchitecture.h"
#include "core/family/Generator.h"
#include "core/family/NeuralLibrary.h"

namespace hareloom {

/// What the diffusion family asks of our own engine on the processor.
class DiffusionNetworks : public NeuralPart
{
public:
    static constexpr std::string_view kName = "diffusion";

    virtual std::unique_ptr<Generator> makeGenerator(const DiffusionArchitecture& architecture,
                                                     std::int64_t updates) const = 0;
};

/// Whether models can be trained. Errors: those of processorLibrary().
Result<void> checkDiffusionNetworks();

/// The family's generator, or one that refuses every fit and says why there is none.
std::unique_ptr<Generator> makeDiffusionGenerator(const DiffusionArchitecture& architecture,
                                                  std::int64_t updates);

} // namespace hareloom
