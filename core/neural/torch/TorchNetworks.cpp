// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/TorchNetworks.h"

#include "core/neural/torch/Torch.h"
#include "core/neural/torch/TorchLanguageModel.h"

namespace hareloom::neural {

Result<std::unique_ptr<LanguageModel>> TorchNetworks::makeModel(const LanguageArchitecture& architecture,
                                                                const LanguageWeights& weights,
                                                                const std::string& device) const
{
    if (const auto ok = checkTorchDevice(device); !ok)
        return unsupported("device " + device + ": " + ok.error().message);
    auto model = std::make_unique<TorchLanguageModel>(architecture, device);
    if (auto ok = model->setWeights(weights); !ok)
        return ok.error();
    return std::unique_ptr<LanguageModel>(std::move(model));
}

NetworkMemory TorchNetworks::memory(const LanguageArchitecture& architecture,
                                    const LanguageTrainingPlan& plan, std::int64_t length, bool,
                                    const std::string& device) const
{
    return TorchLanguageModel::memoryFor(architecture, plan, length, device);
}

} // namespace hareloom::neural
