// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/store/Session.h"

#include <nlohmann/json_fwd.hpp>

#include <ostream>

namespace hareloom {

/// SHA-256, in hexadecimal digits, of the experiment as `hareloom-cli show` prints it: which experiment a
/// table is of.
std::string digestOf(const Experiment& experiment);

/// What a table of a session's numbers should say of where they come from: program, version, samplingVersion,
/// created, device, threads, title, seed, chains, generations, experimentSha256; in this order.
nlohmann::ordered_json aboutOf(const Session& session);

/// The same as lines "# name: value", for the top of a CSV file.
void writeAboutLines(std::ostream& out, const Session& session);

} // namespace hareloom
