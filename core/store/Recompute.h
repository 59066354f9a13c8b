// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/chain/Run.h"
#include "core/store/Session.h"

namespace hareloom {

/// Makes every generation of a session again, from the experiment and the real data, and compares it with
/// what the session holds, bit for bit: its model, its rows, its metrics but for the time that it took. In a
/// session of its own in the folder for temporary files, which is deleted in the end. `options`: as for
/// run(), without `resume`. Returns the problems, one sentence each, as Session::verify() does. Errors: what
/// run() refuses; System (no room); Stopped.
Result<std::vector<std::string>> recompute(const Session& session, const StopSource& stop, RunOptions options,
                                           ChainObserver* observer = nullptr);

} // namespace hareloom
