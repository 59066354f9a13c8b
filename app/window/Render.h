// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/Arguments.h"

namespace hareloom::app {

/// Writes stage-0005.png and vitals.png, each in every format, and says so on stdout. Needs a QApplication;
/// no display. Errors: those of the session; InvalidInput for a generation that is not there; System.
Result<void> renderFigures(const Arguments& arguments);

} // namespace hareloom::app
