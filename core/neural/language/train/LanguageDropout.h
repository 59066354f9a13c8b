// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageTraining.h"

namespace hareloom::neural {

/// What dropout does in one pass; all off where a model is only measured.
struct LanguageDropout
{
    double embedding = 0, residual = 0, attention = 0;
    Seed seed = 0;
    bool isOn() const { return embedding > 0 || residual > 0 || attention > 0; }
};

/// In update `step` of a training.
LanguageDropout dropoutOf(const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan,
                          std::int64_t step);

} // namespace hareloom::neural
