// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/ColumnMark.h"

#include <QPainter>
#include <QPolygonF>

#include <iterator>

namespace hareloom::ui {

namespace {

constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DotLine};

} // namespace

ColumnMark ColumnMark::of(std::size_t column, const Theme& theme)
{
    return {theme.variant(column), kStyles[column % std::size(kStyles)]};
}

void paintColumnPoint(QPainter& painter, const QPointF& at, double radius, std::size_t column,
                      const Theme& theme)
{
    const double r = radius;
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(ColumnMark::of(column, theme).colour);
    switch (column % 4) {
    case 0:
        painter.drawEllipse(at, r, r);
        break;
    case 1:
        painter.drawRect(QRectF(at.x() - 0.9 * r, at.y() - 0.9 * r, 1.8 * r, 1.8 * r));
        break;
    case 2:
        painter.drawPolygon(
            QPolygonF({at + QPointF(0, -1.2 * r), at + QPointF(1.15 * r, r), at + QPointF(-1.15 * r, r)}));
        break;
    default:
        painter.drawPolygon(QPolygonF({at + QPointF(0, -1.35 * r), at + QPointF(1.35 * r, 0),
                                       at + QPointF(0, 1.35 * r), at + QPointF(-1.35 * r, 0)}));
    }
}

void paintColumnMark(QPainter& painter, const QPointF& left, double width, std::size_t column,
                     const Theme& theme)
{
    const ColumnMark mark = ColumnMark::of(column, theme);
    painter.setPen(QPen(mark.colour, 2, mark.style, Qt::FlatCap));
    painter.drawLine(left, left + QPointF(width, 0));
    paintColumnPoint(painter, left + QPointF(width / 2, 0), 4, column, theme);
}

} // namespace hareloom::ui
