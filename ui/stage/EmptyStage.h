// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/RealRows.h"

namespace hareloom::ui {

/// Before generation 0: the real data, in ink, and what to do, or that it is being done. `draft`: the model
/// so far, where its training can be watched; may be null.
void paintEmptyStage(QPainter& painter, const QRectF& area, const RealData& data, bool isRunning,
                     const SnapshotPtr& draft, const Theme& theme);

} // namespace hareloom::ui
