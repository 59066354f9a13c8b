// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/PageStage.h"

namespace hareloom::ui {

/// What a page shows of a chain that begins so; null where nobody can draw its models. `stage`: of the same
/// chain, with the same origin; it is asked for its axes.
std::unique_ptr<PageStage> pageStageOf(const StageOrigin& origin, const Stage& stage);

} // namespace hareloom::ui
