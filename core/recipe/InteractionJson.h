// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/experiment/Interaction.h"

#include <nlohmann/json_fwd.hpp>

namespace hareloom {

struct Family; // core/family/Family.h

/// Reads "interaction" of an experiment file: a square matrix whose rows are shares with the sum 1. Errors:
/// InvalidInput, with the path, what was found and what is allowed.
Result<Interaction> readInteraction(const nlohmann::json& json);

/// The same, as it was written.
nlohmann::ordered_json interactionJson(const Interaction& interaction);

/// Whether models of this family can learn from other models' rows: of numbers or states.
bool mayLearnFromOthers(const Family& family);

/// Whether the variants of `whole`, which are `models` when applied, can be models in one loop. Errors:
/// InvalidInput, a sentence that says what is in the way.
Result<void> checkInteraction(const Experiment& whole, const std::vector<Experiment>& models);

/// Tells each of `models`, the applied variants of `whole`, which one of the loop it is. They draw
/// independently: model i has the experiment's seed plus i.
void joinModels(const Experiment& whole, std::vector<Experiment>& models);

} // namespace hareloom
