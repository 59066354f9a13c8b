// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/SessionFile.h"

#include <functional>

namespace hareloom::ui {

/// Who watches while models that a session does not keep are made again.
struct Remaking
{
    StopSource stop;
    /// From the engine's threads, one at a time. `total`: generations of the session.
    std::function<void(std::int64_t done, std::int64_t total)> onMade;
};

/// As readSession(), for as long as it takes until somebody stops it. Any thread. Errors: Stopped, too.
Result<SessionContents> readSession(const QString& path, const Remaking& remaking);

/// As readSession(). Where models must be made again, a thread of its own does so, and a small dialog over
/// the active window says how far it is and stops it: the window's other events go on meanwhile. GUI thread.
/// Errors: Stopped, too: the user wants it no more.
Result<SessionContents> readSessionWatched(const QString& path);

} // namespace hareloom::ui
