// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/RealRows.h"

namespace hareloom::ui {

/// Before generation 0: blocks of the text side by side, as models learn from them. At least one.
void paintRealTexts(QPainter& painter, const QRectF& area, const RealData& data, const Theme& theme);

} // namespace hareloom::ui
