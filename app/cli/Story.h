// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Session.h"
#include "core/teller/RunTeller.h"

#include <nlohmann/json_fwd.hpp>

#include <ostream>

namespace hareloom::cli {

/// Tells the teller what a session holds, of its first chains with all models, so that a run which goes on tells what one
/// in one go would. Errors: of reading.
Result<void> tellSession(RunTeller& teller, const Session& session);

/// What happened in a run, for people: the events of each variant's first chain, then what became of all its chains and
/// why. Of several variants only the most telling events. Nothing where there is nothing to tell.
void printStory(std::ostream& out, const RunTeller& teller);
/// Of one chain.
void printStory(std::ostream& out, const Teller& teller);

/// The same for programs: an object for each event: chain, generation, event (the key of its sentence), sentence,
/// because, metric, and its values by name. And what becomes of each variant: variant, sentences.
nlohmann::ordered_json eventsJson(const RunTeller& teller);
nlohmann::ordered_json eventsJson(const Teller& teller);
nlohmann::ordered_json summaryJson(const RunTeller& teller);

} // namespace hareloom::cli
