// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// What both stages say of a generation: the modes that are left, how many rows are copies, how wide it is.
std::vector<StageFact> drawnFacts(const StageFrame& frame, const GenerationPtr& first);

} // namespace hareloom::ui
