// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/RealRows.h"

namespace hareloom::ui {

/// Rows of numbers before generation 0: one variable as a histogram, of several the first two as dots. At
/// least one row.
void paintRealNumbers(QPainter& painter, const QRectF& inner, const RealData& data, const Theme& theme);

} // namespace hareloom::ui
