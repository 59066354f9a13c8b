// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/Dots.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr qsizetype kFewDots = 500; // of a PDF: circles of their own

void setStyle(QPainter& painter, const QColor& colour, DotStyle style)
{
    painter.setPen(style == DotStyle::Ring ? QPen(colour, 1) : QPen(Qt::NoPen));
    painter.setBrush(style == DotStyle::Ring ? QBrush(Qt::NoBrush) : QBrush(colour));
}

QPixmap sprite(double radius, const QColor& colour, DotStyle style, double ratio)
{
    const int side = static_cast<int>(std::ceil((2 * radius + 3) * ratio));
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(ratio, ratio);
    setStyle(painter, colour, style);
    painter.drawEllipse(QPointF(side / ratio / 2, side / ratio / 2), radius, radius);
    return pixmap;
}

} // namespace

void paintDots(QPainter& painter, const QList<QPointF>& centres, double radius, const QColor& colour,
               DotStyle style)
{
    const auto type = painter.paintEngine()->type();
    if (type == QPaintEngine::Pdf && centres.size() > kFewDots) {
        // One marker for all, at the resolution of print: the curves of each would make a file ten times as
        // large.
        const QPixmap dot = sprite(radius, colour, style, painter.worldTransform().m11());
        const QSizeF size = QSizeF(dot.size()) / painter.worldTransform().m11();
        for (const QPointF& centre : centres)
            painter.drawPixmap(QRectF(centre - QPointF(size.width(), size.height()) / 2, size), dot,
                               QRectF(dot.rect()));
        return;
    }
    if (type != QPaintEngine::Raster && type != QPaintEngine::OpenGL2) {
        setStyle(painter, colour, style);
        for (const QPointF& centre : centres)
            painter.drawEllipse(centre, radius, radius);
        return;
    }
    const double ratio = painter.device()->devicePixelRatio() * painter.worldTransform().m11();
    const QPixmap dot = sprite(radius, colour, style, ratio);
    QList<QPainter::PixmapFragment> fragments;
    fragments.reserve(centres.size());
    for (const QPointF& centre : centres)
        fragments.append(QPainter::PixmapFragment::create(centre, dot.rect(), 1 / ratio, 1 / ratio));
    painter.drawPixmapFragments(fragments.constData(), static_cast<int>(fragments.size()), dot);
}

} // namespace hareloom::ui
