// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Checkpoints.h"
#include "core/store/Database.h"

namespace hareloom {

/// A compact copy of a session and its weights at `path`; see Session::copyTo(). Both are written beside
/// `path` and flushed to the disk, then put in the place of what was there: the weights first, then the
/// session. Where the second fails, the first is undone. Errors: System, InvalidInput.
Result<void> replaceSession(const std::string& path, const Database& session, const Checkpoints& weights);

} // namespace hareloom
