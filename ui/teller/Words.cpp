// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teller/Words.h"

#include "ui/language/EngineWords.h"

namespace hareloom::ui {

namespace {

std::string translated(std::string_view english)
{
    return engineWords(EngineList::Teller, english).toStdString();
}

} // namespace

QString words(const Event& event)
{
    return QString::fromStdString(sentenceOf(event, translated));
}

QString reasonWords(const Event& event)
{
    return QString::fromStdString(reasonOf(event, translated));
}

QString fullWords(const Event& event)
{
    const QString why = reasonWords(event);
    return why.isEmpty() ? words(event) : words(event) + QLatin1Char(' ') + why;
}

QString allWords(const std::vector<Event>& events)
{
    QStringList sentences;
    for (const Event& event : events)
        sentences << words(event);
    return sentences.join(QLatin1Char(' '));
}

QStringList linesOf(const std::vector<Event>& events)
{
    QStringList lines, reasons;
    for (const Event& event : events) {
        const QString why = reasonWords(event);
        lines << (why.isEmpty() || reasons.contains(why) ? words(event) : words(event) + QLatin1Char(' ') + why);
        reasons << why;
    }
    return lines;
}

} // namespace hareloom::ui
