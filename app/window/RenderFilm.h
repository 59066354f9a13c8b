// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/Arguments.h"

namespace hareloom::app {

/// Writes film.mp4, comparison.webm or window.gif, one of each format asked for; says so on stdout, and on a
/// terminal how far it is. Ctrl+C stops it and leaves nothing. Everything that can be refused is refused
/// before the first frame is painted. Needs a QApplication; no display. Errors: those of the session;
/// InvalidInput for what is not there; Unsupported (a codec); System; Stopped.
Result<void> renderFilms(const Arguments& arguments);

} // namespace hareloom::app
