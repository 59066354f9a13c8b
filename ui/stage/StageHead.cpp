// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/StageHead.h"

#include "ui/language/EngineSentence.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/Legend.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

// They grow with the words in them.
constexpr double kHeadingHeight = 54, kHeadingWidth = 270, kLegendGap = 6;
constexpr double kLowHeight = 300;        // a stage that is lower has no line to spare
constexpr double kLeastLegendWidth = 250; // what it needs beside the heading
constexpr int kMostLegendRows = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

QString fittedOn(const Generation& shown, const QString& word)
{
    if (!shown.note.empty())
        return engineSentence(shown.note);
    const auto rows = shown.realRows + shown.freshRows + shown.syntheticRows;
    if (rows == 0)
        return {};
    if (shown.syntheticRows == 0)
        return tr("fitted on %1 real %2").arg(rows).arg(word);
    if (shown.syntheticRows == rows)
        return tr("fitted on %1 generated %2").arg(rows).arg(word);
    return tr("fitted on %1 %3, %2 of them generated").arg(rows).arg(shown.syntheticRows).arg(word);
}

} // namespace

QRectF withinMargin(const QRectF& area)
{
    return area.adjusted(2 * kGrid, 2 * kGrid, -kGrid, -kGrid);
}

StageHead stageHead(const QRectF& area, const std::vector<LegendEntry>& entries, double control,
                    const FigureParts& parts)
{
    QRectF inside = withinMargin(area);
    const bool hasHead = parts.heading || parts.facts;
    if (!hasHead)
        inside.setTop(area.top() + kGrid / 2.0);
    const double width = inside.width() - 2 * kGrid, beside = width - scaled(kHeadingWidth);
    const bool isLow =
        hasHead && control == 0 && area.height() < scaled(kLowHeight) && beside >= scaled(kLeastLegendWidth);
    StageHead head;
    head.hasFacts = parts.facts && !isLow;
    head.heading = QRectF(inside.left(), inside.top(), inside.width(), hasHead ? scaled(kHeadingHeight) : 0);
    head.control = head.heading.bottomLeft() - QPointF(0, 4);
    head.legendWidth = isLow ? beside : width - control;
    head.legend = QPointF(inside.right() - 2 * kGrid, isLow ? inside.top() : head.heading.bottom());
    const int rows = legendRows(entries, head.legendWidth);
    const bool hasRows = hasHead || !entries.empty(); // the window keeps room for one
    head.legendRows = hasRows ? std::clamp(rows, 1, kMostLegendRows) : 0;
    const double end =
        head.legend.y() + (hasRows ? scaled(kLegendGap) : kGrid) + head.legendRows * legendLineHeight();
    head.plot = inside;
    head.plot.setTop(std::max(head.heading.bottom(), end));
    return head;
}

double paintHeading(QPainter& painter, const QRectF& area, const Heading& heading, const Theme& theme)
{
    painter.setFont(themeFont(TextSize::Title, QFont::DemiBold));
    painter.setPen(heading.colour);
    const double width = paintFigures(painter, area.topLeft(), Qt::AlignLeft | Qt::AlignTop,
                                      tr("Generation %1").arg(heading.shown.index));
    const double height = QFontMetricsF(painter.font()).height();
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    paintFigures(painter, area.topLeft() + QPointF(width + kGrid, height - 4),
                 Qt::AlignLeft | Qt::AlignBottom, tr("of %1").arg(heading.last));
    const QString line = fittedOn(heading.shown, heading.rowsWord);
    paintText(painter, area.topLeft() + QPointF(1, height + 3), Qt::AlignLeft | Qt::AlignTop, line);
    return std::max(width + 90, QFontMetricsF(themeFont(TextSize::Small)).horizontalAdvance(line));
}

} // namespace hareloom::ui
