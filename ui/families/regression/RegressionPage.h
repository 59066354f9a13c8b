// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/PageStage.h"

namespace hareloom::ui {

/// Null where the chain's models are no regressions. `stage`: of the same chain, with the same origin.
std::unique_ptr<PageStage> makeRegressionPage(const StageOrigin& origin, const Stage& stage);

} // namespace hareloom::ui
