// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/TrainingCurve.h"

#include "ui/plot/PlotFrame.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kLeastInside = 24, kDot = 3.5;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

AxisRange rangeOf(const TrainingCourse& course)
{
    const auto [least, most] =
        std::minmax_element(course.points.begin(), course.points.end(),
                            [](const auto& a, const auto& b) { return a.lossNats < b.lossNats; });
    return padded(least->lossNats, most->lossNats, 0.08);
}

} // namespace

bool hasCurve(const TrainingCourse& course)
{
    return course.points.size() > 1;
}

void paintTraining(QPainter& painter, const QRectF& area, const TrainingCourse& course, double share,
                   const QString& unit, const QColor& colour, const Theme& theme)
{
    if (!hasCurve(course))
        return;
    painter.setFont(themeFont(TextSize::Small));
    const double line = QFontMetricsF(painter.font()).height();
    const AxisRange x{0, double(course.epochs), false}, y = rangeOf(course);
    PlotFrame::Axis across{x, tr("epoch"), wholeTicks(x, static_cast<int>(area.width() / scaled(48)))};
    PlotFrame::Axis up{y, {}, niceTicks(y, std::clamp(static_cast<int>(area.height() / scaled(40)), 2, 5))};
    up.shorten();
    const QRectF inner = area.adjusted(roomLeftOf(up), line + roomAbove(up),
                                       -roomRightOf(across, area.width()), -roomBelow(across));
    if (inner.width() < kLeastInside || inner.height() < kLeastInside)
        return;
    painter.setPen(theme.muted);
    paintText(painter, area.topLeft(), Qt::AlignLeft | Qt::AlignTop,
              painter.fontMetrics().elidedText(tr("loss, %1").arg(unit), Qt::ElideRight, int(area.width())));
    const PlotFrame plot(inner, across, up);
    plot.paintGrid(painter, theme);
    QPolygonF curve;
    for (const TrainingCourse::Point& point : course.points)
        if (point.epochs <= share * course.epochs || curve.isEmpty())
            curve << plot.at(point.epochs, point.lossNats);
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(curve);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(curve.last(), kDot, kDot);
    plot.paintAxes(painter, theme);
}

QString trainingWords(const TrainingCourse& course, const QString& unit)
{
    if (!hasCurve(course))
        return {};
    return tr("Epochs of training: %1. The loss went from %2 to %3 %4.")
        .arg(course.epochs)
        .arg(numberText(course.points.front().lossNats, 4), numberText(course.points.back().lossNats, 4),
             unit);
}

} // namespace hareloom::ui
