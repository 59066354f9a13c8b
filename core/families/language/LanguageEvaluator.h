// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModels.h"
#include "core/families/language/LanguagePlans.h"
#include "core/writing/TextEvaluator.h"

namespace hareloom {

/// What is measured of language models: they score and answer as their networks do.
class LanguageEvaluator final : public TextEvaluator
{
public:
    explicit LanguageEvaluator(const References& references);

protected:
    Result<Scores> score(const Snapshot& model, const TokenBlocks& blocks, const FitContext& context) override;
    Result<Texts> answer(const Snapshot& model, const Texts& prompts, Seed seed,
                         const FitContext& context) override;
    SnapshotPtr withView(const Snapshot& now, TokenBlocks sample, Seed seed, WrittenTexts view) const override;

private:
    Result<LanguageModels::Loan> modelOf(const Snapshot& snapshot, const FitContext& context) const;

    LanguagePlans m_plans;
    std::shared_ptr<LanguageModels> m_models = LanguageModels::shared();
};

} // namespace hareloom
