// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModels.h"
#include "core/families/language/LanguagePlans.h"
#include "core/families/language/LanguageSnapshot.h"
#include "core/family/FamilyEvaluator.h"
#include "core/metrics/Text.h"
#include "core/text/TextSet.h"

#include <map>

namespace hareloom {

/// What is measured of language models: what they wrote against the real text, how surprised generation 0's
/// model is at it, how surprised they are at real text that none of them saw, and what they answer to the
/// chosen prompts.
class LanguageEvaluator final : public FamilyEvaluator
{
public:
    explicit LanguageEvaluator(const References& references);

    Result<void> prepare(const FitContext& context) override;
    /// The last generation writes as much as the others, though nobody learns from it.
    std::int64_t rowsWanted(std::int64_t fittedRows, std::int64_t sampleRows) const override
    {
        return sampleRows > 0 ? sampleRows : fittedRows;
    }
    /// Leaves in the snapshot its sample, what it answered, and how probable generation 0's model finds the
    /// sample.
    Result<void> look(const Snapshot& first, Measured& measured, const FitContext& context) override;
    double value(std::string_view metric, int index) const override;
    int parts(std::string_view metric) const override;

private:
    /// Of each block, the mean negative log probability of its tokens under `model`, in nats a token.
    Result<std::vector<double>> score(const LanguageSnapshot& model, const TokenBlocks& blocks,
                                      const FitContext& context) const;
    Result<void> scoreTest(const LanguageSnapshot& now, const FitContext& context);
    Result<void> scoreSample(const LanguageSnapshot& first, const FitContext& context);
    Result<void> askPrompts(const LanguageSnapshot& now, const FitContext& context);
    /// What any text has by itself.
    NamedValues measuresOf(const TokenBlocks& blocks, const std::vector<TextSet::About>& about) const;
    void measureReal();
    void measureSample();
    std::vector<TextSet::About> aboutEach(const TokenBlocks& blocks) const;
    void showPassages();

    const Experiment& m_experiment;
    LanguagePlans m_plans;
    std::shared_ptr<LanguageModels> m_models = LanguageModels::shared();
    TextSetPtr m_text;
    TokenBlocks m_real; // what generation 0 learns from
    Seed m_seed;
    FrequencyClasses m_frequencies; // of the real tokens
    bool m_wantsSelfBleu = false;
    std::vector<std::vector<TokenId>> m_prompts;
    std::vector<std::string> m_promptTexts;
    NamedValues m_realValues; // measured when first needed, as is
    std::vector<int> m_realTopics;
    // Of the generation looked at:
    TokenBlocks m_sample, m_writtenFrom; // block r goes on from block r modulo their number
    LanguageView m_view;
    NamedValues m_values;
};

} // namespace hareloom
