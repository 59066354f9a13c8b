// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Sweep.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace hareloom {

/// Reads "summary" of a sweep. Errors: InvalidInput, with the path, what was found and what is allowed.
Result<SweepSummary> readSweepSummary(const nlohmann::json& json);

/// The same, written out.
nlohmann::ordered_json sweepSummaryJson(const SweepSummary& summary);

/// "mean", "median", "q05": the column of a statistic.
std::string statisticName(const SweepStatistic& statistic);

} // namespace hareloom
