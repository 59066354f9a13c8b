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

/// Of the picture that many dots become in a vector figure.
inline constexpr double kUsualDotDpi = 300;
/// So many become one: a reader of the file would take seconds to draw them, and megabytes to keep them.
inline constexpr qsizetype kManyDots = 1000;

/// Another resolution of that picture as long as this lives; 0: however many, each is a circle. GUI thread.
class DotRasterScope
{
public:
    explicit DotRasterScope(double dpi);
    ~DotRasterScope();
    DotRasterScope(const DotRasterScope&) = delete;
    DotRasterScope& operator=(const DotRasterScope&) = delete;

private:
    double m_before;
};

/// Many small round dots: as sprites on a screen or an image; in a vector figure as true circles, kManyDots
/// and more as one picture with a transparent ground.
void paintDots(QPainter& painter, const QList<QPointF>& centres, double radius, const QColor& colour,
               DotStyle style = DotStyle::Filled);

} // namespace hareloom::ui
