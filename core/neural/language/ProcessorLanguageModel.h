// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModel.h"
#include "core/neural/language/LanguageLayout.h"

namespace hareloom::neural {

/// Language models on the processor, in 32-bit floats, with products of our own.
class ProcessorLanguageModel final : public LanguageModel
{
public:
    ProcessorLanguageModel(const LanguageArchitecture& architecture, LanguageWeights weights);

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

private:
    LanguageLayout m_layout;
    LanguageWeights m_weights;
};

} // namespace hareloom::neural
