// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModel.h"
#include "core/family/NetworkNeeds.h"
#include "core/family/NeuralLibrary.h"

namespace hareloom {

/// What the language family asks of a library: that of our own engine for the processor, or that of LibTorch
/// for every other device.
class LanguageNetworks : public NeuralPart
{
public:
    static constexpr std::string_view kName = "language";

    /// `weights` are parameterCount() numbers. Errors: InvalidData; Unsupported, where checkDevice() refuses
    /// the device.
    virtual Result<std::unique_ptr<LanguageModel>> makeModel(const LanguageArchitecture& architecture,
                                                             const LanguageWeights& weights,
                                                             const std::string& device) const = 0;
    /// `plan` as train() gets it, blocks of `length` tokens; `validates`: with validation blocks. The device
    /// is one that checkDevice() takes.
    virtual NetworkMemory memory(const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan,
                                 std::int64_t length, bool validates, const std::string& device) const = 0;
};

/// Whose models run on `device`; LibTorch is loaded for cards alone. Any thread. Errors: those of
/// processorLibrary() for "cpu", else those of torchLibrary().
Result<const LanguageNetworks*> languageNetworks(const std::string& device);

/// Whether language models can be trained on the processor. Errors: those of processorLibrary().
Result<void> checkLanguageNetworks();

} // namespace hareloom
