// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModel.h"
#include "core/families/language/LanguageSnapshot.h"
#include "core/recipe/Families.h"

namespace hareloom {

/// Family language: a causal language model, fine-tuned on blocks of text, writes the next generation's.
/// Shumailov et al. 2024, "Language models": every block of the real training text is a prompt, and what the
/// model writes next, as many tokens, is a block of its sample. Row r of a sample goes on from prompt r
/// modulo their number.
class LanguageGenerator final : public Generator
{
public:
    LanguageGenerator(const ModelConfig& config, const DataShape& shape);
    ~LanguageGenerator() override;

    /// Each fit starts from the base model's folder (start "fresh") or from the fit before ("warm"). Errors
    /// beside Generator's: InvalidFile, Unsupported, System of the base model.
    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;

    /// Keeps what it made: a sample of the same fit and seed, and no more rows, is not made again.
    Result<DatasetPtr> generate(std::int64_t n, Seed seed, const SamplingBias& bias,
                                const FitContext& context) const override;
    /// As generate(); on one thread when it was not made yet.
    DatasetPtr sample(std::int64_t n, Seed seed, const SamplingBias& bias) const override;
    void setPrompts(const DatasetPtr& realRows) override;
    /// What the present fit generated last; no blocks before.
    const GeneratedText& made() const { return m_made; }

    SnapshotPtr snapshot() const override { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) override;

    /// How the present fit goes on from each prompt, in at most `tokens` tokens. The model's usual way of
    /// writing. Errors: Stopped.
    Result<std::vector<std::vector<TokenId>>> continuations(const std::vector<std::vector<TokenId>>& prompts,
                                                            std::int64_t tokens, Seed seed,
                                                            const FitContext& context) const;

    /// Of each block, the mean negative log probability of its tokens under a model of this family, in nats a
    /// token; see LanguageModel::score(). Errors: Stopped.
    Result<std::vector<double>> score(const LanguageSnapshot& model, const TokenBlocks& blocks,
                                      const FitContext& context) const;

private:
    Result<LanguageModel*> modelWith(LanguageArchitecture architecture, const LanguageWeights& weights,
                                     const std::string& device) const;
    Result<LanguageModel*> startingModel(const FitContext& context);
    GenerationConfig writingOf(std::int64_t tokens) const;
    double trainingShare() const;

    ModelConfig m_config;
    std::shared_ptr<const TextSet> m_text;
    std::string m_folder;    // of the base model
    std::string m_precision; // as LanguageTrainingPlan has it; what was chosen, once it was
    LanguageArchitecture m_base;
    TokenBlocks m_prompts;
    mutable std::unique_ptr<LanguageModel> m_model;
    mutable std::string m_device = "cpu";
    std::shared_ptr<const LanguageSnapshot> m_snapshot;
    mutable GeneratedText m_made; // of the present fit
};

/// What one token costs, in forward passes: training goes forward once and back twice; writing, about.
inline constexpr double kTrainingCost = 3;
double writingCost(const ModelConfig& config);

/// How the family trains with these settings; the seed is the fit's to set.
LanguageTrainingPlan trainingPlanOf(const ModelConfig& config);

/// The family's, or one that says why there is none.
std::unique_ptr<Generator> makeLanguageGenerator(const ModelConfig& config, const DataShape& shape);

} // namespace hareloom
