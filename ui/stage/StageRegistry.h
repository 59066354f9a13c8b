// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// The stage for this family's snapshots; null when nobody knows how to draw them. A new stage is one line
/// in StageRegistry.cpp.
std::unique_ptr<Stage> makeStage(const Experiment& experiment, const Snapshot& snapshot);

} // namespace hareloom::ui
