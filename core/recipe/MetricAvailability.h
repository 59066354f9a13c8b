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

/// Whether its rows are blocks of text.
bool isTextSource(const SourceConfig& source);

/// Whether the source is a table with an end, whether its true distribution is a mixture of normals, and
/// whether the density of numbers is known at all.
bool isTable(const SourceConfig& source);
bool hasNormalTruth(const SourceConfig& source);
bool hasKnownDensity(const SourceConfig& source);

} // namespace hareloom
