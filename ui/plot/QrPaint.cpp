// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/QrPaint.h"

#include "core/address/QrCode.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

/// Of a device that paints dots, how many dots a unit is; 0 of any other (SVG, PDF), where nothing has to be
/// rounded.
double dotsOf(const QPainter& painter)
{
    return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster
               ? painter.deviceTransform().m11()
               : 0;
}

} // namespace

bool paintQr(QPainter& painter, const QRectF& area, const QString& text)
{
    const auto code = qrCode(text.toStdString());
    if (!code)
        return false;
    const int modules = code->size + 2 * kQuietModules;
    const double room = std::min(area.width(), area.height()) / modules, dots = dotsOf(painter);
    const double module = dots > 0 && room * dots >= 1 ? std::floor(room * dots) / dots : room;
    QPointF corner = area.center() - QPointF(module, module) * modules / 2;
    if (dots > 0) { // onto a dot
        const QTransform toDots = painter.deviceTransform();
        const QPointF at = toDots.map(corner);
        corner = toDots.inverted().map(QPointF(std::round(at.x()), std::round(at.y())));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.fillRect(QRectF(corner, QSizeF(module, module) * modules), Qt::white);
    for (int row = 0; row < code->size; ++row)
        for (int column = 0; column < code->size; ++column) {
            int end = column;
            while (end < code->size && code->isDark(row, end))
                ++end;
            if (end == column)
                continue;
            painter.fillRect(QRectF(corner.x() + (column + kQuietModules) * module,
                                    corner.y() + (row + kQuietModules) * module, (end - column) * module,
                                    module),
                             Qt::black);
            column = end;
        }
    painter.restore();
    return true;
}

} // namespace hareloom::ui
