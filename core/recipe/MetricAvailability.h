// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <optional>
#include <string>

namespace hareloom {

/// Why this metric cannot be measured in this experiment, as half a sentence; nothing when it can.
std::optional<std::string> whyUnavailable(const std::string& metric, const Experiment& experiment);

/// Names of all metrics that can be measured as the experiment stands, in the catalogue's order.
std::vector<std::string> availableMetrics(const Experiment& experiment);

} // namespace hareloom
