// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hareloom::ui {

/// Lets the calling thread give way to the window's, for good.
void lowerThreadPriority();

} // namespace hareloom::ui
