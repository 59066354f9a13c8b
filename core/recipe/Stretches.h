// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

#include <string>
#include <vector>

namespace hareloom {

/// Generations of a chain, one after the other, that are made with the same settings.
struct Stretch
{
    std::int64_t from = 0; // its first generation; the stretch ends where the next one begins
    Experiment experiment; // with the settings in force; it has no events and no variants
};

/// Whether a chain may go on with another value of this setting: it says how a generation is made or when a
/// chain ends. What kind of model all generations are, the real data, what is measured and how long the run
/// is stay the same.
bool mayChange(const ExperimentField& field);
/// All such settings that count for this experiment.
std::vector<const ExperimentField*> settingsThatMayChange(const Experiment& experiment);

/// The stretches of a chain, in order; the first begins with generation 0. `variant` is valid and has no
/// variants of its own.
std::vector<Stretch> stretchesOf(const Experiment& variant);
/// The settings with which this generation is made.
Experiment experimentAt(const Experiment& variant, std::int64_t generation);
/// The same with no more generations than these; events that come later are left out.
Experiment shortened(Experiment experiment, std::int64_t generations);
/// Whether to go on with a chain takes all of its models; see core/family/SampleNeeds.h.
bool needsEverySample(const Experiment& variant);

/// Events in the order of their generations, those of `own` after those of `common` that are of the same
/// generation.
std::vector<SettingsChange> merged(const std::vector<SettingsChange>& common,
                                   const std::vector<SettingsChange>& own);

/// Checks the events of an experiment that has no variants: their order, which settings they change, and the
/// experiment that each of them leads to. Errors: InvalidInput, with the event's place.
Result<void> validateEvents(const Experiment& variant);

/// "Real share 0.1, Sample size 10": what the events of a generation set, for people. `variant`: as for
/// stretchesOf().
std::string changesText(const Experiment& variant, std::int64_t generation);

} // namespace hareloom
