// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Face.h"

namespace hareloom::ui {

/// What there is before generation 0.
struct EmptyStage
{
    const Face& face;
    const RealData& data;
    bool isRunning;
    SnapshotPtr draft; // the model so far, where its training can be watched; may be null
};

/// Before generation 0: the real data, in ink, and what to do, or that it is being done.
void paintEmptyStage(QPainter& painter, const QRectF& area, const EmptyStage& stage, const Theme& theme);

} // namespace hareloom::ui
