// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/train/LanguageDropout.h"

namespace hareloom::neural {
namespace {

enum Stream : std::uint64_t { Drops = 1 }; // beneath a plan's seed; 0 is the blocks' order

} // namespace

LanguageDropout dropoutOf(const LanguageArchitecture& a, const LanguageTrainingPlan& plan, std::int64_t step)
{
    LanguageDropout d;
    d.embedding = a.type == ModelType::Opt ? 0 : plan.dropout.value_or(a.embeddingDropout);
    d.residual = plan.dropout.value_or(a.dropout);
    d.attention = plan.dropout.value_or(a.attentionDropout);
    d.seed = childSeed(childSeed(plan.seed, Drops), static_cast<std::uint64_t>(step));
    return d;
}

} // namespace hareloom::neural
