// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>

namespace hareloom::ui {

/// The wavy line that stands beneath a wrong word, at the bottom of its box.
inline QPainterPath waveBelow(const QRectF& box)
{
    constexpr double kStep = 3, kHeight = 2.5;
    const double base = box.bottom() - 2;
    QPainterPath wave(QPointF(box.left(), base));
    bool isUp = true;
    for (double x = box.left() + kStep; x <= box.right(); x += kStep, isUp = !isUp)
        wave.lineTo(x, base - (isUp ? kHeight : 0));
    return wave;
}

} // namespace hareloom::ui
