// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QPointF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// How one column is told from the others: a colour, a line's style and the shape of its points, so that any
/// one of them is enough.
struct ColumnMark
{
    QColor colour;
    Qt::PenStyle style = Qt::SolidLine;

    static ColumnMark of(std::size_t column, const Theme& theme);
};

/// A disc, a square, a triangle or a diamond.
void paintColumnPoint(QPainter& painter, const QPointF& at, double radius, std::size_t column,
                      const Theme& theme);
/// A piece of line with its point in the middle.
void paintColumnMark(QPainter& painter, const QPointF& left, double width, std::size_t column,
                     const Theme& theme);

} // namespace hareloom::ui
