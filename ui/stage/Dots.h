// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPointF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

enum class DotStyle { Filled, Ring };

/// Many small round dots: as sprites on a screen or an image, as true circles in a vector figure.
void paintDots(QPainter& painter, const QList<QPointF>& centres, double radius, const QColor& colour,
               DotStyle style = DotStyle::Filled);

} // namespace hareloom::ui
