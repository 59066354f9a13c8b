// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageNetworks.h"

namespace hareloom::neural {

/// Language models by LibTorch, on cards; "torch:cpu" stands in for one.
class TorchNetworks final : public LanguageNetworks
{
public:
    Result<std::unique_ptr<LanguageModel>> makeModel(const LanguageArchitecture& architecture,
                                                     const LanguageWeights& weights,
                                                     const std::string& device) const override;
    NetworkMemory memory(const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan,
                         std::int64_t length, bool validates, const std::string& device) const override;
};

} // namespace hareloom::neural
