// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModels.h"
#include "core/families/language/LanguagePlans.h"
#include "core/families/language/LanguageSnapshot.h"
#include "core/family/Family.h"

namespace hareloom {

/// Family language: a causal language model, fine-tuned on blocks of text, writes the next generation's.
/// Shumailov et al. 2024, "Language models": every prompt is a block of text, and what the model writes next, as
/// many tokens, is a block of its sample.
class LanguageGenerator final : public Generator
{
public:
    /// `shape` has the text. `opening`: what the model in training is asked to go on from, for somebody to watch; may be
    /// empty.
    LanguageGenerator(LanguagePlans plans, const DataShape& shape, std::vector<TokenId> opening = {});

    /// Each fit starts from the base model's folder (start "fresh") or from the fit before ("warm"). Errors
    /// beside Generator's: InvalidFile, Unsupported, System of the base model.
    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;
    /// Writes the rows at once. Errors: Stopped; InvalidFile where there are no prompts; Unsupported, System of the device.
    Result<DatasetPtr> sample(std::int64_t n, Seed seed, const SampleRequest& request,
                              const FitContext& context) const override;

    SnapshotPtr snapshot() const override { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) override;

private:
    Result<LanguageModels::Loan> startingModel(const std::string& device);
    std::function<void(const std::vector<float>&)> showsLearning(const FitContext& context) const;
    std::function<void(const GenerationProgress&)> showsWriting(const TokenBlocks& prompts,
                                                                const FitContext& context) const;
    double trainingShare() const;

    LanguagePlans m_plans;
    std::shared_ptr<const TextSet> m_text;
    std::vector<TokenId> m_opening;
    NumberFormat m_precision; // Auto until the first training has chosen
    LanguageArchitecture m_base;
    std::shared_ptr<LanguageModels> m_models = LanguageModels::shared();
    std::shared_ptr<const LanguageSnapshot> m_snapshot;
};

} // namespace hareloom
