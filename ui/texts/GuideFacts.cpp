// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/GuideFacts.h"

#include "ui/language/EngineWords.h"
#include "ui/plot/PlotFrame.h"
#include "ui/plot/Wave.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// "mason", not "colour2" as the grammar tells two colours apart.
QString nameOf(const FactStatement& fact)
{
    std::string name = fact.fact;
    while (!name.empty() && name.back() >= '0' && name.back() <= '9')
        name.pop_back();
    return engineWords(EngineList::Fact, name);
}

QString valueOf(const FactStatement& fact, const MarkedText& text)
{
    const int begin = text.placeOf(fact.begin);
    return text.text.mid(begin, text.placeOf(fact.end) - begin);
}

int rightOnes(const Statements& facts)
{
    return static_cast<int>(
        std::count_if(facts.begin(), facts.end(), [](const FactStatement& each) { return each.isRight; }));
}

} // namespace

void paintWrongFacts(QPainter& painter, const TextColumn& column, const MarkedText& text, int lead, int end,
                     const Statements& facts, const Theme& theme)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.danger, 1.5));
    for (const FactStatement& each : facts)
        if (!each.isRight)
            for (const QRectF& box :
                 column.boxes(lead + text.placeOf(each.begin), std::min(end, lead + text.placeOf(each.end))))
                painter.drawPath(waveBelow(box));
}

QString factsSentence(const Statements& facts)
{
    if (facts.empty())
        return tr("No fact in it can be checked.");
    return facts.size() == 1
               ? (facts.front().isRight ? tr("Its one fact is right.") : tr("Its one fact is wrong."))
               : tr("%1 of %2 facts are right.").arg(rightOnes(facts)).arg(facts.size());
}

void paintGuideColumn(QPainter& painter, const QRectF& area, const MarkedText& text, const Statements& facts,
                      const Theme& theme)
{
    QString lines = factsSentence(facts);
    for (const FactStatement& each : facts)
        if (!each.isRight)
            lines += QChar(QChar::LineSeparator) +
                     tr("%1: %2, not %3")
                         .arg(nameOf(each), QString::fromStdString(each.inGuide), valueOf(each, text));
    painter.setFont(themeFont(TextSize::Body, QFont::DemiBold));
    painter.setPen(theme.text);
    paintText(painter, area.topLeft(), Qt::AlignLeft | Qt::AlignTop,
              painter.fontMetrics().elidedText(tr("What the guide says"), Qt::ElideRight, int(area.width())));
    const double head = QFontMetricsF(painter.font()).height() + kGrid;
    painter.setPen(theme.muted);
    const TextColumn column(lines, themeFont(TextSize::Small), area.adjusted(0, head, 0, 0));
    column.paint(painter, 0, static_cast<int>(lines.size()));
}

QString correctionAt(int place, const MarkedText& text, const Statements& facts)
{
    for (const FactStatement& each : facts)
        if (!each.isRight && place >= text.placeOf(each.begin) && place < text.placeOf(each.end))
            return tr("The guide says %1.").arg(QString::fromStdString(each.inGuide));
    return {};
}

} // namespace hareloom::ui
