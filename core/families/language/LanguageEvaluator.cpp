// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageEvaluator.h"

#include "core/families/language/LanguagePrompts.h"
#include "core/families/language/LanguageSnapshot.h"

namespace hareloom {

namespace {

constexpr std::int64_t kPassages = 200;

} // namespace

LanguageEvaluator::LanguageEvaluator(const References& references)
    : TextEvaluator(references, kPassages), m_plans(experiment())
{
}

Result<LanguageModels::Loan> LanguageEvaluator::modelOf(const Snapshot& snapshot, const FitContext& context) const
{
    const LanguageSnapshot& model = *asLanguage(snapshot);
    return m_models->take(model.architecture(), model.weights(), context.device);
}

Result<TextEvaluator::Scores> LanguageEvaluator::score(const Snapshot& model, const TokenBlocks& blocks,
                                                       const FitContext& context)
{
    return modelOf(model, context).and_then([&](const auto& scorer) {
        return scorer->score(blocks, m_plans.work(context), {});
    });
}

Result<TextEvaluator::Texts> LanguageEvaluator::answer(const Snapshot& model, const Texts& prompts, Seed seed,
                                                       const FitContext& context)
{
    const auto writer = modelOf(model, context);
    if (!writer)
        return writer.error();
    const std::int64_t tokens = answerTokens(asLanguage(model)->architecture(), prompts);
    auto answers = (*writer)->generate(prompts, m_plans.writingPlan(tokens), seed, m_plans.work(context), {});
    if (!answers)
        return answers.error();
    Texts texts;
    for (GeneratedSequence& answer : *answers)
        texts.push_back(std::move(answer.tokens));
    return texts;
}

SnapshotPtr LanguageEvaluator::withView(const Snapshot& now, TokenBlocks sample, Seed seed, WrittenTexts view) const
{
    const LanguageSnapshot& model = *asLanguage(now);
    return model.with({std::make_shared<TokenBlocks>(std::move(sample)), seed},
                      {std::move(view), model.view().precision});
}

} // namespace hareloom
