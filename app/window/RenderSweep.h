// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/Drawing.h"

namespace hareloom::app {

/// Adds figures of the sweep that is kept in the folder `arguments.render`: sweep-variance-0100.png, one for
/// each metric and generation. Errors: those of the sweep; InvalidInput for what is not there.
Result<void> addSweep(Drawing& drawing);

} // namespace hareloom::app
