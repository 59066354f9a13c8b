// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/stage/Face.h"

namespace hareloom::ui {

/// What there is before generation 0.
struct EmptyStage
{
    const Face& face;
    const RealData& data;
    RunState state;
    SnapshotPtr draft; // the model so far, where its training can be watched; may be null

    bool isRunning() const { return state == RunState::Running; }
};

/// What Space does in a run of this state that has shown nothing yet: "Press Space to run"; empty where it
/// makes no generation.
QString spaceWords(RunState state);

/// Before generation 0: the real data, in ink, and what to do, or that it is being done.
void paintEmptyStage(QPainter& painter, const QRectF& area, const EmptyStage& stage, const Theme& theme);

} // namespace hareloom::ui
