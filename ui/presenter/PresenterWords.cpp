// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/PresenterWords.h"

#include "ui/plot/LineMark.h"
#include "ui/plot/PlotFrame.h"
#include "ui/teller/StoryText.h"

#include <QCoreApplication>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kChainWidth = 240; // at most
constexpr int kTitle = 28, kLeastTitle = 18, kQuestion = 16, kLeastQuestion = 13, kQuestionLines = 2;
constexpr double kTitleTop = 2, kQuestionTop = 40;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// The largest font in [least, most] in which the words have room.
QFont fitted(const QString& words, int most, int least, QFont::Weight weight, double room)
{
    for (int pixels = most; pixels > least; --pixels)
        if (QFontMetricsF(presenterFont(pixels, weight)).horizontalAdvance(words) <= room)
            return presenterFont(pixels, weight);
    return presenterFont(least, weight);
}

/// Generation, and which chain; the width taken.
double paintNumber(QPainter& painter, const QRectF& area, const PresenterHeading& heading, const Theme& theme)
{
    painter.setPen(theme.generationText(heading.share));
    painter.setFont(presenterFont(68, QFont::Bold));
    const double taken = paintFigures(painter, area.topRight() + QPointF(0, -6),
                                      Qt::AlignRight | Qt::AlignTop, QString::number(heading.generation));
    painter.setFont(presenterFont(22, QFont::DemiBold));
    const QPointF beside(area.right() - taken - 10, area.top() + 50);
    paintText(painter, beside, Qt::AlignRight | Qt::AlignBottom, tr("Generation"));
    const double word = QFontMetricsF(painter.font()).horizontalAdvance(tr("Generation"));
    painter.setPen(theme.muted);
    painter.setFont(presenterFont(14, QFont::Normal));
    const QFontMetricsF metrics(painter.font());
    const QString chain = metrics.elidedText(heading.chain, Qt::ElideRight, kChainWidth);
    paintText(painter, beside, Qt::AlignRight | Qt::AlignTop, chain);
    return taken + std::max(word, metrics.horizontalAdvance(chain)) + 30;
}

void paintMarks(QPainter& painter, const QRectF& area, const PresenterTrack& track, const QRectF& line,
                const Theme& theme)
{
    const auto x = [&](double g) { return line.left() + line.width() * g / std::max(1, track.last); };
    painter.setFont(presenterFont(12, QFont::Normal));
    const QFontMetricsF metrics(painter.font());
    double free = area.left();
    for (std::size_t c = 0; c < track.marks.size(); ++c)
        for (const MarkKind kind : kMarkKinds) {
            const auto& mark = track.marks[c].marks.at(kind);
            if (!mark || *mark > track.position) // what is still to come is not given away
                continue;
            const bool isOne = track.marks.size() == 1;
            const QColor colour = isOne ? theme.text : theme.variant(c);
            painter.setPen(QPen(colour, 1.2));
            painter.drawLine(QPointF(x(*mark), line.top() - 4), QPointF(x(*mark), area.bottom() - 3));
            if (!isOne) {
                paintPoint(painter, {x(*mark), line.bottom() + 9}, 4, LineMark::of(c, theme), theme);
                continue;
            }
            const QString words = markName(kind);
            const double width = metrics.horizontalAdvance(words) + 8;
            const bool left =
                kind != MarkKind::Early ? x(*mark) + width > area.right() : x(*mark) - width > free;
            const double from = std::max(left ? x(*mark) - width : x(*mark) + 5, free);
            painter.setPen(theme.text);
            paintText(painter, {from, line.bottom() + 2}, Qt::AlignLeft | Qt::AlignTop, words);
            free = from + width;
        }
}

} // namespace

QFont presenterFont(double pixels, QFont::Weight weight)
{
    QFont font = themeFont(TextSize::Title, weight);
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    return font;
}

void paintPresenterHeading(QPainter& painter, const QRectF& area, const PresenterHeading& heading,
                           const Theme& theme)
{
    const double taken = heading.generation < 0 ? 0 : paintNumber(painter, area, heading, theme);
    const double room = area.width() - taken;
    painter.setPen(theme.text);
    painter.setFont(fitted(heading.title, kTitle, kLeastTitle, QFont::DemiBold, room));
    paintText(painter, area.topLeft() + QPointF(0, kTitleTop), Qt::AlignLeft | Qt::AlignTop,
              QFontMetricsF(painter.font()).elidedText(heading.title, Qt::ElideRight, room));
    const ChainStory::Line question{heading.question, {}, -1};
    double pixels = kQuestion;
    while (pixels > kLeastQuestion &&
           storyLines(question, presenterFont(pixels, QFont::Normal), room) > kQuestionLines)
        --pixels;
    const QRectF below(area.left() + 1, area.top() + kQuestionTop, room, area.height() - kQuestionTop);
    paintStory(painter, below, question, presenterFont(pixels, QFont::Normal), theme, kQuestionLines);
}

void paintPresenterTrack(QPainter& painter, const QRectF& area, const PresenterTrack& track,
                         const Theme& theme)
{
    const QRectF line(area.left() + 6, area.top() + 6, area.width() - 12, 5);
    const auto x = [&](double g) { return line.left() + line.width() * g / std::max(1, track.last); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.grid);
    painter.drawRoundedRect(line, 2.5, 2.5);
    if (track.last < 1)
        return;
    QLinearGradient ramp(line.topLeft(), line.topRight());
    for (int i = 0; i <= 8; ++i)
        ramp.setColorAt(i / 8.0, theme.generation(i / 8.0 * track.share));
    painter.setBrush(ramp);
    painter.drawRoundedRect(QRectF(line.topLeft(), QPointF(x(track.position), line.bottom())), 2.5, 2.5);
    paintMarks(painter, area, track, line, theme);
    painter.setPen(QPen(theme.surface, 1.5));
    painter.setBrush(theme.generation(track.share * track.position / track.last));
    painter.drawEllipse(QPointF(x(track.position), line.center().y()), 6, 6);
}

} // namespace hareloom::ui
