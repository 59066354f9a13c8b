// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/Arguments.h"

namespace hareloom::app {

/// Writes stage-0005.png and vitals.png, each in every format of figures, and report.html and report.pdf
/// where these formats are asked for; says so on stdout. Nothing is written when something asked for is not
/// there. Needs a QApplication; no display. Errors: those of the session; InvalidInput for a generation,
/// chain or variant that is not there; System.
Result<void> renderFigures(const Arguments& arguments);

} // namespace hareloom::app
