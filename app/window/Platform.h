// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace hareloom::app {

/// Before there is an application: figures need no display, and where the display of a window does not answer
/// the application still stands up, without one, so that it can say so. What QT_QPA_PLATFORM says holds.
void choosePlatform(bool forFigures);

/// After it: whether there is a display, where a window needs one, and a font to write with. Errors: System,
/// what is missing and what to do.
Result<void> checkPlatform(bool forFigures);

} // namespace hareloom::app
