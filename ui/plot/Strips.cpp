// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/Strips.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kRows = 64; // of device pixels

} // namespace

void paintInStrips(QPainter& painter, const QRectF& area, const std::function<void()>& paint)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        paint();
        return;
    }
    const QRect whole = area.toAlignedRect();
    const int height = std::max(1, static_cast<int>(kRows / painter.device()->devicePixelRatio()));
    for (int top = whole.top(); top <= whole.bottom(); top += height) {
        painter.save();
        painter.setClipRect(
            QRect(whole.left(), top, whole.width(), std::min(height, whole.bottom() + 1 - top)),
            Qt::IntersectClip);
        paint();
        painter.restore();
    }
}

} // namespace hareloom::ui
