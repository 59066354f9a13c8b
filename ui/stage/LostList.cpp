// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/LostList.h"

#include "ui/language/Joining.h"
#include "ui/plot/PlotFrame.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kFewParts = 8; // of these each tells how much of it there was
constexpr int kMostLines = 2;        // of one generation
constexpr double kNumberRoom = 64;   // of the generation, to the left of what it lost
constexpr std::size_t kMostSpoken = 12;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

struct Line
{
    int generation; // -1: goes on with the one above
    QString text;
};

QString wordsOf(const LostList& list, const LostTogether& loss, std::size_t i)
{
    const LostPart& part = loss.parts[i];
    const bool isLast = i + 1 == loss.parts.size();
    const QString name = loss.parts.size() <= kFewParts && list.beforeText
                             ? tr("%1 (%2)").arg(part.name, list.beforeText(part.before))
                             : part.name;
    return isLast ? name : listed({name, QString()});
}

// What does not fit into its lines is counted.
void appendLines(std::vector<Line>& lines, const LostList& list, const LostTogether& loss, double width,
                 const QFontMetricsF& metrics)
{
    const std::size_t first = lines.size();
    const auto more = [](std::size_t count) { return tr("and %1 more").arg(qulonglong(count)); };
    const double reserved = metrics.horizontalAdvance(more(loss.parts.size()));
    lines.push_back({loss.generation, {}});
    for (std::size_t i = 0; i < loss.parts.size(); ++i) {
        const QString words = wordsOf(list, loss, i);
        const bool isLastLine = lines.size() - first == kMostLines;
        const double room = isLastLine && i + 1 < loss.parts.size() ? width - reserved : width;
        const bool fits = metrics.horizontalAdvance(lines.back().text + words) <= room;
        if (!fits && isLastLine) {
            lines.back().text += more(loss.parts.size() - i);
            return;
        }
        if (!fits && !lines.back().text.isEmpty())
            lines.push_back({-1, {}});
        lines.back().text += metrics.elidedText(words, Qt::ElideRight, width);
    }
}

std::vector<Line> linesOf(const LostList& list, double width)
{
    const QFontMetricsF metrics(themeFont(TextSize::Body));
    std::vector<Line> lines;
    for (const LostTogether& loss : list.losses)
        appendLines(lines, list, loss, width, metrics);
    return lines;
}

double headHeight()
{
    return QFontMetricsF(themeFont(TextSize::Body)).height() + kGrid;
}

double lineHeight()
{
    return QFontMetricsF(themeFont(TextSize::Body)).height() + 4;
}

QRectF linesIn(const QRectF& area)
{
    return area.adjusted(scaled(kNumberRoom), headHeight(), -kGrid, -headHeight());
}

int visibleIn(const QRectF& area)
{
    return std::max(1, static_cast<int>(linesIn(area).height() / lineHeight()));
}

QString headOf(const LostList& list)
{
    return list.head(static_cast<int>(list.lost()), static_cast<int>(list.all));
}

} // namespace

std::int64_t LostList::lost() const
{
    std::int64_t count = 0;
    for (const LostTogether& loss : losses)
        count += std::ssize(loss.parts);
    return count;
}

void paintLostList(QPainter& painter, const QRectF& area, const LostList& list, int scroll,
                   const std::function<QColor(int)>& colourOf, const Theme& theme)
{
    const QRectF inner = linesIn(area);
    painter.setFont(themeFont(TextSize::Body, QFont::DemiBold));
    painter.setPen(theme.text);
    paintText(painter, area.topLeft(), Qt::AlignLeft | Qt::AlignTop, headOf(list));
    const std::vector<Line> lines = linesOf(list, inner.width());
    const int visible = visibleIn(area);
    const int first = std::clamp(scroll, 0, std::max(0, static_cast<int>(lines.size()) - visible));
    const int end = std::min(first + visible, static_cast<int>(lines.size()));
    for (int i = first; i < end; ++i) {
        const Line& line = lines[static_cast<std::size_t>(i)];
        const double top = inner.top() + (i - first) * lineHeight();
        if (line.generation >= 0) {
            painter.setFont(themeFont(TextSize::Body, QFont::DemiBold));
            painter.setPen(colourOf(line.generation));
            paintFigures(painter, {inner.left() - 1.5 * kGrid, top}, Qt::AlignRight | Qt::AlignTop,
                         QString::number(line.generation));
        }
        painter.setFont(themeFont(TextSize::Body));
        painter.setPen(theme.text);
        paintText(painter, {inner.left(), top}, Qt::AlignLeft | Qt::AlignTop, line.text);
    }
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    if (const auto below = static_cast<int>(lines.size()) - end; below + first > 0)
        paintText(painter, {inner.left(), inner.bottom() + 2}, Qt::AlignLeft | Qt::AlignTop,
                  below == 0
                      ? QCoreApplication::translate("hareloom::ui", "… %n line(s) above", nullptr, first)
                      : QCoreApplication::translate("hareloom::ui", "… %n line(s) below: turn the wheel",
                                                    nullptr, below));
}

int mostScrollOf(const LostList& list, const QRectF& area)
{
    return std::max(0, static_cast<int>(linesOf(list, linesIn(area).width()).size()) - visibleIn(area));
}

QString spokenLost(const LostList& list)
{
    QStringList spoken;
    std::size_t told = 0;
    for (const LostTogether& loss : list.losses) {
        QStringList names;
        for (const LostPart& part : loss.parts)
            if (told++ < kMostSpoken)
                names << part.name;
        if (!names.isEmpty())
            spoken << tr("generation %1: %2").arg(loss.generation).arg(listed(names));
    }
    if (spoken.isEmpty())
        return withFullStop(headOf(list));
    return tr("%1: %2%3.")
        .arg(headOf(list), clauses(spoken), told > kMostSpoken ? QStringLiteral(" …") : QString());
}

DataTable lostTable(const LostList& list, const QString& title)
{
    DataTable table{title, {list.things, tr("lost in generation"), list.beforeTitle}, {}};
    for (const LostTogether& loss : list.losses)
        for (const LostPart& part : loss.parts) {
            table.names << part.name;
            table.rows.push_back({double(table.rows.size() + 1), double(loss.generation), part.before});
        }
    return table;
}

} // namespace hareloom::ui
