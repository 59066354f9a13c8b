// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/ProcessorNetworks.h"

#include "core/neural/language/ProcessorLanguageModel.h"
#include "core/neural/language/train/LanguageTrainer.h"

namespace hareloom::neural {

Result<std::unique_ptr<LanguageModel>> ProcessorNetworks::makeModel(const LanguageArchitecture& architecture,
                                                                    const LanguageWeights& weights,
                                                                    const std::string&) const
{
    auto model = std::make_unique<ProcessorLanguageModel>(architecture, nullptr);
    if (auto ok = model->setWeights(weights); !ok)
        return ok.error();
    return std::unique_ptr<LanguageModel>(std::move(model));
}

NetworkMemory ProcessorNetworks::memory(const LanguageArchitecture& architecture,
                                        const LanguageTrainingPlan& plan, std::int64_t length, bool validates,
                                        const std::string&) const
{
    NetworkMemory memory;
    memory.machine = trainingMemory(LanguageLayout(architecture), plan, length, validates);
    return memory;
}

} // namespace hareloom::neural
