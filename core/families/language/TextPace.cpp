// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/TextPace.h"

#include "core/families/language/LanguageGenerator.h"

#include <limits>

namespace hareloom {

void TextPace::hear(const TrainingProgress& training)
{
    if (training.tokensPerSecond > 0 && training.phase == "training")
        m_training = training.tokensPerSecond;
    if (training.tokensPerSecond > 0 && training.phase == "writing")
        m_writing = training.tokensPerSecond;
}

double TextPace::seconds(const RunPlan& plan) const
{
    if (!isKnown())
        return std::numeric_limits<double>::quiet_NaN();
    const ModelConfig& model = plan.variant().model;
    const TextAmounts& text = plan.text();
    const double forward = m_training * kTrainingCost;
    const double writing = m_writing > 0 ? m_writing : forward / writingCost(model);
    const double epochs = static_cast<double>(model.epochs),
                 tokens = plan.allRows() * static_cast<double>(text.blockTokens);
    // Scored are each generation's text under the first model, the test text, and what chooses an epoch.
    const double links = static_cast<double>(plan.generations());
    const double scored = tokens + links * static_cast<double>(text.testTokens) +
                          (model.keepBest ? links * epochs * static_cast<double>(text.validationTokens) : 0);
    return tokens * epochs / m_training + tokens / writing + scored / forward;
}

} // namespace hareloom
