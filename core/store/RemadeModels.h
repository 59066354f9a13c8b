// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/chain/Run.h"
#include "core/store/Session.h"

namespace hareloom {

/// `held`, the generations of a session that keeps only some models, with the others made again: from the
/// experiment and the real data, and all that is made is compared with what is held, as recompute() does.
/// `observer` hears of what is made, as of a run. Errors: InvalidFile (they are not those of the session),
/// what run() refuses; Stopped.
Result<std::vector<GenerationPtr>> withAllModels(const Session& session, std::vector<GenerationPtr> held,
                                                 const StopSource& stop, RunOptions options,
                                                 ChainObserver* observer = nullptr);

} // namespace hareloom
