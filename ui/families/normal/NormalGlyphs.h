// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icons.h"

namespace hareloom::ui {

/// One bell curve that narrows; the sum of small ones over rows; two clouds.
void drawGaussian(QPainter& painter, const QColor& colour);
void drawKde(QPainter& painter, const QColor& colour);
void drawMixture(QPainter& painter, const QColor& colour);

} // namespace hareloom::ui
