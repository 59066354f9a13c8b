// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageNetworks.h"
#include "core/neural/language/LanguageLayout.h"

#include <memory>

namespace hareloom::neural {

class DeviceWeights;

/// Language models on any device of LibTorch's, in fp32 or with products in bf16.
class TorchLanguageModel final : public LanguageModel
{
public:
    /// `device`: one that checkTorchDevice() takes.
    TorchLanguageModel(const LanguageArchitecture& architecture, std::string device);
    ~TorchLanguageModel() override;

    const LanguageArchitecture& architecture() const override { return m_layout.architecture; }
    LanguageWeights weights() const override { return m_weights; }
    Result<void> setWeights(LanguageWeights weights) override;
    Result<LanguageLogits> logits(const TokenBlocks& rows, const std::vector<std::uint8_t>& isToken,
                                  const LanguageWork& work) const override;
    Result<std::vector<double>> score(const TokenBlocks& blocks, const LanguageWork& work,
                                      const std::function<void(double)>& onProgress) const override;
    Result<LanguageTrainingReport> train(const TokenBlocks& training, const TokenBlocks& validation,
                                         const LanguageTrainingPlan& plan,
                                         const LanguageTrainingEvents& events,
                                         const LanguageWork& work) override;
    Result<std::vector<GeneratedSequence>>
    generate(const std::vector<std::vector<TokenId>>& prompts, const GenerationConfig& config, Seed seed,
             const LanguageWork& work,
             const std::function<void(const GenerationProgress&)>& onProgress) const override;

    /// What train() holds; see LanguageNetworks::memory().
    static NetworkMemory memoryFor(const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan,
                                   std::int64_t length, const std::string& device);

private:
    const DeviceWeights& onDevice(NumberFormat precision) const;
    template<class T, class F>
    Result<T> guarded(F compute) const;

    LanguageLayout m_layout;
    std::string m_device;
    LanguageWeights m_weights;
    mutable std::unique_ptr<DeviceWeights> m_copy; // of m_weights, on the device; null: not made yet
};

} // namespace hareloom::neural
