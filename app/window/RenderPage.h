// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/Drawing.h"

namespace hareloom::app {

/// Writes page.html, a page that plays, where the format "page" is asked for: the chain that --variant or
/// --chain names, or else all variants side by side. The choice is made. Errors: System.
Result<void> renderPage(Drawing& drawing);

} // namespace hareloom::app
