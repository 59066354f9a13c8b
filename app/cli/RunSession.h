// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "core/recipe/DeviceChoice.h"
#include "core/store/Session.h"

#include <memory>
#include <string>

namespace hareloom::cli {

/// What --out cannot be is refused before anything is read or opened: a pipe would be waited for without end.
/// Errors: InvalidInput.
Result<void> checkOut(const std::string& out);

/// The session that is named in place of an experiment, opened to go on with it, and made longer or
/// branched where that is asked. Errors: InvalidInput without --resume or --branch-at, or where what was
/// asked does not suit a session; those of Session::open(), extend() and addBranch().
Result<std::unique_ptr<Session>> resumeNamed(const RunArguments& arguments);

/// The session that --out asks for: a new one for `experiment`, or with --resume one that holds it; null when
/// --out was not given. `device` and `threads` become a new session's provenance. Errors: InvalidInput; those
/// of Session::create() and open().
Result<std::unique_ptr<Session>> makeSession(const RunArguments& arguments, const Experiment& experiment,
                                             const DeviceChoice& device, int threads);

/// A sentence on what the session's experiment has otherwise than `experiment`, the one that was given,
/// because the program that made it knew no such setting; empty where there is nothing.
std::string noteOfYounger(const Session& session, const Experiment& experiment);

/// What a session keeps is chosen when it is made: refuses another --snapshot-every than it has, or one
/// without a session (null). Errors: InvalidInput.
Result<void> checkSnapshots(const RunArguments& arguments, const Session* session);

} // namespace hareloom::cli
