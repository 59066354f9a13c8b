// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Figures.h"
#include "ui/stage/StageScene.h"

namespace hareloom::ui {

/// The stage of a scene at one generation. Its axes can have titles and, where the stage zooms, ranges of
/// one's choice. The caller gives it a size and an origin. `scene` outlives it.
Figure stageFigure(StageScene& scene, int generation, const StageOptions& options);

} // namespace hareloom::ui
