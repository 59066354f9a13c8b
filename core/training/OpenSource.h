// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"

namespace hareloom {

/// The experiment's real data, as its family reads them. `experiment` is one of expandVariants(). Errors:
/// those of makeSource(), and of Family::open.
Result<std::shared_ptr<const Source>> openSource(const Experiment& experiment);

} // namespace hareloom
