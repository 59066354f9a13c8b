// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/RealRows.h"

namespace hareloom::ui {

/// Before the first run: the real data, in ink, and what to do.
void paintEmptyStage(QPainter& painter, const QRectF& area, const RealData& data, const Theme& theme);

} // namespace hareloom::ui
