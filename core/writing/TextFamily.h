// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"

#include <string_view>

/// Hooks (core/family/Family.h) that families which write have in common.
namespace hareloom {

/// Family::check: that a text is named. Errors: InvalidInput.
Result<void> checkText(const Experiment& experiment);
/// Family::parts: kinds of topics and one for none, or classes of frequency.
int textParts(std::string_view metric, const Source& source);

} // namespace hareloom
