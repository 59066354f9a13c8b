// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/Legend.h"

#include "ui/plot/PlotFrame.h"
#include "ui/plot/Wave.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kMarkWidth = 22, kLineHeight = 20, kPadding = 8, kEntryGap = 20;
constexpr double kFactGap = 32;

QPen dashed(const QColor& colour, double width, Qt::PenCapStyle cap)
{
    QPen pen(colour, width, Qt::CustomDashLine, cap);
    pen.setDashPattern({4, 3});
    return pen;
}

/// The marks of words in a text.
void paintWordMark(QPainter& painter, const QRectF& ground, const LegendEntry& entry)
{
    const double y = ground.center().y();
    switch (entry.mark) {
    case LegendEntry::Mark::Underlined:
        painter.fillRect(ground, withAlpha(entry.colour, 0.2));
        painter.fillRect(QRectF(ground.left(), y + 4, ground.width(), 2), entry.colour);
        break;
    case LegendEntry::Mark::Wavy:
        painter.setPen(QPen(entry.colour, 1.5));
        painter.drawPath(waveBelow(ground));
        break;
    case LegendEntry::Mark::Struck:
        painter.fillRect(ground, withAlpha(entry.colour, 0.18));
        painter.setPen(QPen(entry.colour, 1.5, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(ground.left(), y), QPointF(ground.right(), y));
        break;
    case LegendEntry::Mark::Framed:
        painter.setPen(QPen(entry.colour, 1.5));
        painter.setBrush(withAlpha(entry.colour, 0.16));
        painter.drawRoundedRect(ground, 3, 3);
        break;
    default:
        break;
    }
}

void paintMark(QPainter& painter, const QRectF& box, const LegendEntry& entry)
{
    const double y = box.center().y();
    const QRectF bar(box.left(), y - 5, box.width(), 10);
    const auto stroke = [&](const QPen& pen, double height) {
        painter.setPen(pen);
        painter.drawLine(QPointF(box.left(), height), QPointF(box.right(), height));
    };
    painter.setBrush(Qt::NoBrush);
    switch (entry.mark) {
    case LegendEntry::Mark::Line:
        return stroke(QPen(entry.colour, 2), y);
    case LegendEntry::Mark::Dots:
        return stroke(QPen(entry.colour, 1.6, Qt::DotLine, Qt::FlatCap), y);
    case LegendEntry::Mark::Dash:
        return stroke(dashed(entry.colour, 1.6, Qt::FlatCap), y);
    case LegendEntry::Mark::Ghost:
        painter.fillRect(bar, withAlpha(entry.colour, 0.16));
        return stroke(dashed(entry.colour, 1.5, Qt::SquareCap), y - 4);
    case LegendEntry::Mark::Band:
        return painter.fillRect(bar, entry.colour);
    case LegendEntry::Mark::Fill:
        painter.fillRect(bar, withAlpha(entry.colour, 0.4));
        return painter.fillRect(QRectF(bar.topLeft(), QSizeF(bar.width(), 2.5)), entry.colour);
    case LegendEntry::Mark::Tick:
        painter.setPen(QPen(entry.colour, 1));
        for (double x = box.left() + 2; x < box.right(); x += 4)
            painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4));
        return;
    case LegendEntry::Mark::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.colour);
        return painter.drawEllipse(box.center(), 3, 3);
    case LegendEntry::Mark::Hollow:
        painter.setPen(QPen(entry.colour, 1.3));
        return painter.drawEllipse(box.center(), 3.2, 3.2);
    case LegendEntry::Mark::HollowBar:
        painter.setPen(QPen(entry.colour, 1));
        return painter.drawRect(QRectF(box.center().x() - 3, y - 6, 7, 12));
    case LegendEntry::Mark::Underlined:
    case LegendEntry::Mark::Wavy:
    case LegendEntry::Mark::Struck:
    case LegendEntry::Mark::Framed:
        return paintWordMark(painter, QRectF(box.left(), y - 6, box.width(), 12), entry);
    }
}

double entryWidth(const LegendEntry& entry)
{
    return QFontMetricsF(themeFont(TextSize::Small)).horizontalAdvance(entry.text) + kPadding + kMarkWidth;
}

/// For each entry, the row that it stands in, counted from the last; as many rows as it takes.
std::vector<int> rowsOf(const std::vector<LegendEntry>& entries, double width)
{
    std::vector<int> rows(entries.size());
    int row = 0;
    double used = 0;
    for (std::size_t i = entries.size(); i-- > 0;) {
        const double needs = entryWidth(entries[i]) + (used > 0 ? kEntryGap : 0);
        if (used > 0 && used + needs > width) {
            ++row;
            used = 0;
        }
        used += used > 0 ? needs : entryWidth(entries[i]);
        rows[i] = row;
    }
    return rows;
}

} // namespace

double legendLineHeight()
{
    return scaled(kLineHeight);
}

int legendRows(const std::vector<LegendEntry>& entries, double width)
{
    return entries.empty() ? 0 : rowsOf(entries, width).front() + 1;
}

void paintLegend(QPainter& painter, const QPointF& corner, double width,
                 const std::vector<LegendEntry>& entries, const Theme& theme, int mostRows)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<int> rows = rowsOf(entries, width);
    const int shown = std::min(mostRows, legendRows(entries, width));
    double right = corner.x();
    for (std::size_t i = entries.size(); i-- > 0 && rows[i] < shown;) {
        if (i + 1 < entries.size() && rows[i] != rows[i + 1])
            right = corner.x();
        const double left = right - entryWidth(entries[i]);
        if (left < corner.x() - width)
            break;
        const double top = corner.y() + (shown - 1 - rows[i]) * legendLineHeight();
        paintMark(painter, QRectF(left, top, kMarkWidth, legendLineHeight()), entries[i]);
        painter.setFont(themeFont(TextSize::Small));
        painter.setPen(theme.muted);
        paintText(painter, {left + kMarkWidth + kPadding, top + legendLineHeight() / 2},
                  Qt::AlignLeft | Qt::AlignVCenter, entries[i].text);
        right = left - kEntryGap;
    }
    painter.restore();
}

void paintFacts(QPainter& painter, const QPointF& corner, double width, const std::vector<StageFact>& facts,
                const Theme& theme)
{
    const QFontMetricsF small(themeFont(TextSize::Small)), body(themeFont(TextSize::Body, QFont::DemiBold));
    const auto before = [](const StageFact& fact) {
        return QCoreApplication::translate("StageFacts", "was %1").arg(fact.before);
    };
    // Room for the longest number that may come, so that columns stand still while numbers change.
    const double room = body.horizontalAdvance(QStringLiteral("0000000"));
    std::vector<double> widths;
    double total = 0;
    for (const StageFact& fact : facts) {
        const double values = std::max(room, body.horizontalAdvance(fact.value) + 2 * kGrid) +
                              small.horizontalAdvance(before(fact));
        const double column = std::max(values, small.horizontalAdvance(fact.name)) + kFactGap;
        if (total + column > width)
            break;
        widths.push_back(column);
        total += column;
    }
    double left = corner.x() - total + kFactGap;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        painter.setFont(themeFont(TextSize::Small));
        painter.setPen(theme.muted);
        paintText(painter, {left, corner.y()}, Qt::AlignLeft | Qt::AlignTop, facts[i].name);
        const double base = corner.y() + small.height() + 3;
        paintText(painter,
                  {left + std::max(room, body.horizontalAdvance(facts[i].value) + 2 * kGrid), base + 2},
                  Qt::AlignLeft | Qt::AlignTop, before(facts[i]));
        painter.setFont(themeFont(TextSize::Body, QFont::DemiBold));
        painter.setPen(theme.text);
        paintFigures(painter, {left, base}, Qt::AlignLeft | Qt::AlignTop, facts[i].value);
        left += widths[i];
    }
}

} // namespace hareloom::ui
