// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/PageStage.h"

namespace hareloom::ui {

/// Of chains whose models draw images ("images"); null for others.
std::unique_ptr<PageStage> makeImagePage(const StageOrigin& origin, const Stage& stage);

} // namespace hareloom::ui
