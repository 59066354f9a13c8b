// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QWidget>

#include <cstdlib>

namespace hareloom::ui::fixtures {

/// Pixels of about this colour in a part of a picture.
inline int inkIn(const QImage& image, const QRectF& area, const QColor& ink)
{
    constexpr int kTolerance = 24; // of the three channels together
    int count = 0;
    const QRect part = area.toRect() & image.rect();
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x) {
            const QColor at = image.pixelColor(x, y);
            const int away = std::abs(at.red() - ink.red()) + std::abs(at.green() - ink.green()) +
                             std::abs(at.blue() - ink.blue());
            count += away < kTolerance ? 1 : 0;
        }
    return count;
}

/// The same anywhere on a widget.
inline int inkOn(QWidget& widget, const QColor& ink)
{
    const QImage image = widget.grab().toImage();
    return inkIn(image, image.rect(), ink);
}

} // namespace hareloom::ui::fixtures
