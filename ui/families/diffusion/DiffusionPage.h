// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/PageStage.h"

namespace hareloom::ui {

/// What diffusion models draw from the same noise, for a page that plays; null for models of another family.
std::unique_ptr<PageStage> makeDiffusionPage(const StageOrigin& origin, const Stage& stage);

} // namespace hareloom::ui
