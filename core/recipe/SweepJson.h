// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Sweep.h"

#include <nlohmann/json_fwd.hpp>

namespace hareloom {

/// Reads "sweep" of an experiment file. Every value is one that its setting may have; whether all of them go
/// together is for SweepPlan to find. Errors: InvalidInput, with the path, what was found and what is
/// allowed.
Result<Sweep> readSweep(const nlohmann::json& json);

/// The same, as it was written.
nlohmann::ordered_json sweepJson(const Sweep& sweep);

} // namespace hareloom
