// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QPainter>

namespace hareloom::ui {

/// The ground of a painted widget: a rounded surface on the window's colour, its border the focus. Leaves the
/// painter antialiasing.
inline void paintPanel(QPainter& painter, const QRect& rect, const Theme& theme, bool hasFocus = false)
{
    painter.fillRect(rect, theme.window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus ? theme.accent : theme.line, hasFocus ? 2 : 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), kGrid, kGrid);
}

} // namespace hareloom::ui
