// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/PageStage.h"

namespace hareloom::ui {

/// Of chains whose models write ("texts"); null for others.
std::unique_ptr<PageStage> makeTextPage(const StageOrigin& origin, const Stage& stage);

} // namespace hareloom::ui
