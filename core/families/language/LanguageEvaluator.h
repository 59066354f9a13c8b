// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageGenerator.h"
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
    Result<void> look(const Snapshot& first, const Measured& measured, const FitContext& context) override;
    double value(std::string_view metric, int index) const override;
    int parts(std::string_view metric) const override;
    /// With its sample, what it answered, and how probable generation 0's model finds the sample.
    SnapshotPtr drawn(const SnapshotPtr& now) const override;

private:
    Result<void> scoreSample(const LanguageSnapshot& first, const LanguageGenerator& generator,
                             const FitContext& context);
    Result<void> askPrompts(const LanguageGenerator& generator, Seed seed, const FitContext& context);
    /// What any text has by itself.
    NamedValues measuresOf(const TokenBlocks& blocks, const std::vector<TextSet::About>& about) const;
    void measureReal();
    void measureSample();
    std::vector<TextSet::About> aboutEach(const TokenBlocks& blocks) const;
    void showPassages();

    const Experiment& m_experiment;
    TextSetPtr m_text;
    TokenBlocks m_real; // what generation 0 learns from, and everyone is prompted with
    Seed m_seed;
    FrequencyClasses m_frequencies; // of the real tokens
    bool m_wantsSelfBleu = false;
    std::vector<std::vector<TokenId>> m_prompts;
    std::vector<std::string> m_promptTexts;
    NamedValues m_realValues; // measured when first needed, as is
    std::vector<int> m_realTopics;
    // Of the generation looked at:
    GeneratedText m_sample;
    LanguageView m_view;
    NamedValues m_values;
};

} // namespace hareloom
