// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// A crosshair through what is read, over `plot`, and a plate with its numbers beside it, inside `room`.
void paintReading(QPainter& painter, const QRectF& plot, const QRectF& room, const StageReading& reading,
                  const Theme& theme);

/// "x = 1.25: density, generation 12 0.31; density, generation 0 0.4."
QString spokenReading(const StageReading& reading);

} // namespace hareloom::ui
