// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/normal/NormalGlyphs.h"

#include "ui/theme/OkLab.h"

#include <QPainter>

#include <cmath>

namespace hareloom::ui {

using glyphs::bell;
using glyphs::stroke;

void drawGaussian(QPainter& p, const QColor& c)
{
    p.setPen(stroke(withAlpha(c, 0.45), 1.6));
    p.drawPath(bell(12, 3.3, 10, 20));
    p.setPen(stroke(c));
    p.drawPath(bell(12, 1.6, 16, 20));
}

void drawKde(QPainter& p, const QColor& c)
{
    QPainterPath sum(QPointF(2, 20));
    for (double x = 2; x <= 22; x += 0.5)
        sum.lineTo(x, 20 - 9 * std::exp(-std::pow((x - 7.5) / 2.6, 2) / 2) -
                          13 * std::exp(-std::pow((x - 16) / 2.4, 2) / 2));
    p.setPen(stroke(c));
    p.drawPath(sum);
    for (double x : {6.0, 8.5, 14.5, 16.0, 17.5})
        p.drawLine(QPointF(x, 22), QPointF(x, 21.6));
}

void drawMixture(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c, 1.7));
    for (const auto& [centre, angle] :
         {std::pair(QPointF(8.5, 9), 35.0), std::pair(QPointF(15.5, 15.5), -30.0)}) {
        p.save();
        p.translate(centre);
        p.rotate(angle);
        p.drawEllipse(QPointF(0, 0), 6.2, 3.6);
        p.drawEllipse(QPointF(0, 0), 1.2, 0.8);
        p.restore();
    }
}

} // namespace hareloom::ui
