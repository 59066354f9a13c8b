// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguagePace.h"

#include "core/families/language/LanguagePlans.h"
#include "core/text/TextSet.h"

#include <limits>

namespace hareloom {
namespace {

double tokensOf(const TokenBlocksPtr& blocks)
{
    return blocks ? static_cast<double>(blocks->ids.size()) : 0;
}

} // namespace

void LanguagePace::hear(const TrainingProgress& training)
{
    if (training.tokensPerSecond > 0 && training.phase == TrainingPhase::Training)
        m_training = training.tokensPerSecond;
    if (training.tokensPerSecond > 0 && training.phase == TrainingPhase::Writing)
        m_writing = training.tokensPerSecond;
}

double LanguagePace::seconds(const Workload& work) const
{
    if (m_training <= 0)
        return std::numeric_limits<double>::quiet_NaN();
    const LanguagePlans plans(work.variant);
    const TextSet& text = *work.source.text();
    const double forward = m_training * kTrainingCost;
    const double writing = m_writing > 0 ? m_writing : forward / plans.writingCost();
    const double epochs = static_cast<double>(plans.training.epochs),
                 tokens = work.rows * static_cast<double>(text.training->length);
    // Scored are each generation's text under the first model, the test text, and what chooses an epoch.
    const double links = static_cast<double>(work.generations);
    const double scored = tokens + links * tokensOf(text.test) +
                          (plans.settings.keepBest ? links * epochs * tokensOf(text.validation) : 0);
    return tokens * epochs / m_training + tokens / writing + scored / forward;
}

} // namespace hareloom
