// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/ReadingOverlay.h"

#include "ui/language/Joining.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kAway = 14, kPadding = 10, kColumnGap = 16, kLineGap = 3;

void paintCrosshair(QPainter& painter, const QRectF& plot, const StageReading& reading, const Theme& theme)
{
    painter.setPen(QPen(withAlpha(theme.text, 0.6), 1, Qt::SolidLine, Qt::FlatCap));
    if (reading.lines & Qt::Vertical)
        painter.drawLine(QPointF(reading.at.x(), plot.top()), QPointF(reading.at.x(), plot.bottom()));
    if (reading.lines & Qt::Horizontal)
        painter.drawLine(QPointF(plot.left(), reading.at.y()), QPointF(plot.right(), reading.at.y()));
}

// To the lower right of the crosshair, or to another side where there is no room.
QRectF plateFor(const QSizeF& size, const QPointF& at, const QRectF& room)
{
    double left = at.x() + kAway, top = at.y() + kAway;
    if (left + size.width() > room.right())
        left = at.x() - kAway - size.width();
    if (top + size.height() > room.bottom())
        top = at.y() - kAway - size.height();
    left = std::clamp(left, room.left(), std::max(room.left(), room.right() - size.width()));
    top = std::clamp(top, room.top(), std::max(room.top(), room.bottom() - size.height()));
    return {QPointF(left, top), size};
}

} // namespace

void paintReading(QPainter& painter, const QRectF& plot, const QRectF& room, const StageReading& reading,
                  const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintCrosshair(painter, plot, reading, theme);

    const QFont small = themeFont(TextSize::Small), strong = themeFont(TextSize::Small, QFont::DemiBold);
    const QFontMetricsF metrics(small), strongMetrics(strong);
    double names = 0, values = 0;
    for (const StageReading::Line& line : reading.values) {
        names = std::max(names, metrics.horizontalAdvance(line.name));
        values = std::max(values, strongMetrics.horizontalAdvance(line.value));
    }
    const double step = metrics.height() + kLineGap;
    const double width =
        std::max(strongMetrics.horizontalAdvance(reading.heading), names + kColumnGap + values);
    const QRectF plate = plateFor(
        {width + 2 * kPadding, step * double(reading.values.size() + 1) + 2 * kPadding}, reading.at, room);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(withAlpha(theme.raised, 0.96));
    painter.drawRoundedRect(plate, kGrid / 2, kGrid / 2);

    double y = plate.top() + kPadding;
    painter.setFont(strong);
    painter.setPen(theme.text);
    paintText(painter, {plate.left() + kPadding, y}, Qt::AlignLeft | Qt::AlignTop, reading.heading);
    for (const StageReading::Line& line : reading.values) {
        y += step;
        painter.setFont(small);
        painter.setPen(theme.muted);
        paintText(painter, {plate.left() + kPadding, y}, Qt::AlignLeft | Qt::AlignTop, line.name);
        painter.setFont(strong);
        painter.setPen(theme.text);
        paintFigures(painter, {plate.right() - kPadding, y}, Qt::AlignRight | Qt::AlignTop, line.value);
    }
    painter.restore();
}

QString spokenReading(const StageReading& reading)
{
    QStringList parts;
    for (const StageReading::Line& line : reading.values)
        parts << QCoreApplication::translate("ReadingOverlay", "%1 %2").arg(line.name, line.value);
    return QCoreApplication::translate("ReadingOverlay", "%1: %2.").arg(reading.heading, clauses(parts));
}

} // namespace hareloom::ui
