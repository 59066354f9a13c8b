// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/families/language/LanguageModel.h"
#include "core/families/language/LanguageSettings.h"
#include "core/family/Generator.h"
#include "core/family/NetworkSettings.h"
#include "core/writing/SamplingSettings.h"

namespace hareloom {

/// All that decides how a language model is trained and writes.
struct LanguagePlans
{
    LanguageSettings settings;
    NetworkSettings training;
    SamplingSettings sampling;

    explicit LanguagePlans(const Experiment& experiment)
        : settings(experiment.model.of<LanguageSettings>()),
          training(experiment.model.of<NetworkSettings>()),
          sampling(experiment.model.of<SamplingSettings>())
    {
    }

    /// How the family trains with these settings; the seed is the fit's to set.
    LanguageTrainingPlan trainingPlan() const;
    /// How its models write, at most `tokens` new tokens.
    GenerationConfig writingPlan(std::int64_t tokens) const;
    /// What work on a model may use of a fit's context.
    LanguageWork work(const FitContext& context) const;
    /// What writing a token costs, in forward passes; about.
    double writingCost() const;
};

/// What training on a token costs, in forward passes: once forward, and back twice.
inline constexpr double kTrainingCost = 3;

} // namespace hareloom
