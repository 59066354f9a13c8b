// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

namespace hareloom {

/// Where the base model of a language experiment is: the program's own, or a folder that is relative to the
/// experiment's. Errors: InvalidInput when there is none.
Result<std::string> baseModelFolder(const Experiment& experiment);

} // namespace hareloom
