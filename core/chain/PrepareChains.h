// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/ChainSetup.h"

namespace hareloom {

/// Opens the source and applies the error switches. `experiment` is one of expandVariants().
/// Errors: those of openSource(), InvalidInput where the data do not suit the settings, and Stopped. `stop`
/// is not heard while a file is read.
Result<ChainSetupPtr> prepareChains(Experiment experiment, const StopToken& stop = {});

} // namespace hareloom
