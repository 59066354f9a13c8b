// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/ngram/NGramSnapshot.h"
#include "core/writing/TextEvaluator.h"

namespace hareloom {

/// What is measured of n-gram models: they score and answer by their counts; and what the counts tell
/// themselves.
class NGramEvaluator final : public TextEvaluator
{
public:
    explicit NGramEvaluator(const References& references);

    Result<void> look(const Snapshot& first, Measured& measured, const FitContext& context) override;
    double value(std::string_view metric, int index) const override;

protected:
    Result<Scores> score(const Snapshot& model, const TokenBlocks& blocks,
                         const FitContext& context) override;
    Result<Texts> answer(const Snapshot& model, const Texts& prompts, Seed seed,
                         const FitContext& context) override;
    std::string promptOf(std::int64_t row) const override;
    SnapshotPtr withView(const Snapshot& now, TokenBlocks sample, Seed seed,
                         WrittenTexts view) const override;

private:
    NGramPlan m_plan;
    NGramModelPtr m_first, m_now; // of the generation looked at; m_first stays
    const Snapshot* m_firstSnapshot = nullptr;
};

} // namespace hareloom
