// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/Dots.h"

#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include <cmath>

namespace hareloom::ui {

namespace {

double rasterDpi = kUsualDotDpi;

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

void paintCircles(QPainter& painter, const QList<QPointF>& centres, double radius, const QColor& colour,
                  DotStyle style)
{
    setStyle(painter, colour, style);
    for (const QPointF& centre : centres)
        painter.drawEllipse(centre, radius, radius);
}

void paintAsPicture(QPainter& painter, const QList<QPointF>& centres, double radius, const QColor& colour,
                    DotStyle style)
{
    const double ratio = rasterDpi / 96;
    const QRect place = QPolygonF(centres)
                            .boundingRect()
                            .adjusted(-radius - 1, -radius - 1, radius + 1, radius + 1)
                            .toAlignedRect();
    // They have one colour and differ in opacity: one byte a pixel, which packs to a few percent.
    QImage image((QSizeF(place.size()) * ratio).toSize().expandedTo({1, 1}), QImage::Format_Alpha8);
    image.fill(0);
    QPainter layer(&image);
    layer.setRenderHint(QPainter::Antialiasing);
    layer.scale(image.width() / double(place.width()), image.height() / double(place.height()));
    layer.translate(-place.topLeft());
    paintCircles(layer, centres, radius, colour, style);
    layer.end();
    QList<QRgb> opacities(256);
    for (int i = 0; i < 256; ++i)
        opacities[i] = qRgba(colour.red(), colour.green(), colour.blue(), i);
    image.reinterpretAsFormat(QImage::Format_Indexed8);
    image.setColorTable(opacities);
    painter.drawImage(QRectF(place), image);
}

} // namespace

DotRasterScope::DotRasterScope(double dpi) : m_before(rasterDpi)
{
    rasterDpi = dpi;
}

DotRasterScope::~DotRasterScope()
{
    rasterDpi = m_before;
}

void paintDots(QPainter& painter, const QList<QPointF>& centres, double radius, const QColor& colour,
               DotStyle style)
{
    const auto type = painter.paintEngine()->type();
    if (type != QPaintEngine::Raster && type != QPaintEngine::OpenGL2) {
        const bool isPicture = rasterDpi > 0 && centres.size() >= kManyDots;
        return isPicture ? paintAsPicture(painter, centres, radius, colour, style)
                         : paintCircles(painter, centres, radius, colour, style);
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
