// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyEvaluator.h"
#include "core/family/WrittenTexts.h"
#include "core/metrics/Text.h"
#include "core/text/TextSet.h"
#include "core/text/WordCounts.h"

#include <string_view>
#include <vector>

namespace hareloom {

/// What is measured of models that write: what they wrote against the real text, how surprised generation 0's
/// model is at it, how surprised they are at real text that none of them saw, and what they answer to the
/// chosen prompts. How a model scores and answers is its family's to say.
class TextEvaluator : public FamilyEvaluator
{
public:
    /// `passages`: how many generated blocks are shown as text.
    TextEvaluator(const References& references, std::int64_t passages);

    Result<void> prepare(const FitContext& context) override;
    /// The last generation writes as much as the others, though nobody learns from it.
    std::int64_t rowsWanted(std::int64_t fittedRows, std::int64_t sampleRows) const override
    {
        return sampleRows > 0 ? sampleRows : fittedRows;
    }
    /// Leaves in the snapshot what withView() puts there.
    Result<void> look(const Snapshot& first, Measured& measured, const FitContext& context) override;
    double value(std::string_view metric, int index) const override;
    int parts(std::string_view metric) const override;

protected:
    using Texts = std::vector<std::vector<TokenId>>;
    using Scores = std::vector<double>;

    /// Of each block, the mean negative log probability of its tokens but the first under `model`, in nats a
    /// token.
    virtual Result<Scores> score(const Snapshot& model, const TokenBlocks& blocks,
                                 const FitContext& context) = 0;
    /// How `model` goes on from each prompt; as many texts as prompts.
    virtual Result<Texts> answer(const Snapshot& model, const Texts& prompts, Seed seed,
                                 const FitContext& context) = 0;
    /// `now` together with what it wrote and what was found in it.
    virtual SnapshotPtr withView(const Snapshot& now, TokenBlocks sample, Seed seed,
                                 WrittenTexts view) const = 0;

    /// What a block of the sample goes on from; "": nothing.
    virtual std::string promptOf(std::int64_t row) const;

    const Experiment& experiment() const { return m_experiment; }
    bool wants(std::string_view metric) const;

private:
    Result<void> scoreTest(const Snapshot& now, const FitContext& context);
    Result<void> scoreSample(const Snapshot& first, const FitContext& context);
    Result<void> scoreOwn(const Snapshot& first, const Snapshot& now, const FitContext& context);
    Result<void> askPrompts(const Snapshot& now, const FitContext& context);
    /// What any text has by itself: what the experiment asks for, or all of it.
    NamedValues measuresOf(const TokenBlocks& blocks, const std::vector<TextSet::About>& about,
                           bool all) const;
    void keepReal();
    void measureReal();
    void measureSample();
    std::vector<TextSet::About> aboutEach(const TokenBlocks& blocks) const;
    void showPassages();
    void checkFacts();
    void findWords();
    WordCounts wordsOf(const TokenBlocks& blocks) const;
    void countFacts(const TokenBlocks& blocks, NamedValues& values) const;

    const Experiment& m_experiment;
    std::int64_t m_passages;
    TextSetPtr m_text;
    TokenBlocks m_real; // what generation 0 learns from
    Seed m_seed;
    FrequencyClasses m_frequencies; // of the real tokens
    Texts m_prompts;
    std::vector<std::string> m_promptTexts;
    std::vector<std::pair<std::string, std::int64_t>> m_realWords; // the most frequent first
    NamedValues m_realValues; // measured when first needed, as is
    std::vector<int> m_realTopics;
    // Of the generation looked at:
    TokenBlocks m_sample, m_writtenFrom; // a block that is shown goes on from this one, modulo their number
    WrittenTexts m_view;
    NamedValues m_values;
};

} // namespace hareloom
