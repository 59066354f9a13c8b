// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

#include <nlohmann/json_fwd.hpp>

namespace hareloom {

struct Family;
class Source;
struct Taste;

/// policy.curation.bestOf and policy.curation.tastes. A bestOf of 1 is no curation.
std::vector<ExperimentField> curationFields();

/// Whether rows of this family can be chosen among: those of which a reward can be computed, and whose models generate
/// again what they have generated.
bool canBeCurated(const Family& family);

/// A taste as JSON, with the members that its reward has.
nlohmann::json tasteJson(const Taste& taste);

/// What no field can check alone. Errors: InvalidInput.
Result<void> checkCuration(const Experiment& experiment);
/// What can only be told with the data at hand: how many numbers a point has, which classes there are. Errors:
/// InvalidInput.
Result<void> checkCurationOf(const Experiment& experiment, const Source& source);

} // namespace hareloom
