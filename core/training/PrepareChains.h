// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/ChainSetup.h"

namespace hareloom {

/// Opens the source and applies the error switches. `experiment` is one of expandVariants().
/// Errors: those of openSource(), InvalidInput where the data do not suit the settings, and Stopped. `stop`
/// is not heard while a file is read. Events are not looked at: the setup is that of generation 0.
Result<ChainSetupPtr> prepareChains(Experiment experiment, const StopToken& stop = {});

/// A stretch of a chain with its data at hand.
struct Leg
{
    std::int64_t from = 0; // its first generation
    ChainSetupPtr setup;
};
/// The legs of a chain, in order; the first begins with generation 0. They have their source in common.
using Course = std::vector<Leg>;

/// The leg to which a generation belongs.
const Leg& legOf(const Course& course, std::int64_t generation);

/// Prepares each stretch of `variant` (core/recipe/Stretches.h). Errors: as prepareChains().
Result<Course> prepareCourse(const Experiment& variant, const StopToken& stop = {});

} // namespace hareloom
