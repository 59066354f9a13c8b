// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/PageStage.h"

namespace hareloom::ui {

/// Of chains whose models are mixtures of normals, of one variable ("density") or of more ("scatter"); null
/// for others.
std::unique_ptr<PageStage> makeNormalPage(const StageOrigin& origin, const Stage& stage);

} // namespace hareloom::ui
