// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teller/Words.h"

#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/plot/MetricTitle.h"

namespace hareloom::ui {

namespace {

std::string translated(std::string_view english)
{
    return engineWords(EngineList::Teller, english).toStdString();
}

/// With its changes of settings and its metric in the window's language: "Sample size 1000".
Event withChanges(Event event)
{
    for (auto& [name, value] : event.arguments) {
        auto* text = std::get_if<std::string>(&value);
        if (text && name == "what")
            *text = engineChanges(*text).toStdString();
        else if (text && name == "quantity")
            *text = metricTitle(event.metric).toStdString();
    }
    return event;
}

} // namespace

QString words(const Event& event)
{
    return QString::fromStdString(sentenceOf(withChanges(event), translated));
}

QString reasonWords(const Event& event)
{
    return QString::fromStdString(reasonOf(withChanges(event), translated));
}

QString fullWords(const Event& event)
{
    return inARow({words(event), reasonWords(event)});
}

QString allWords(const std::vector<Event>& events)
{
    QStringList sentences;
    for (const Event& event : events)
        sentences << words(event);
    return inARow(sentences);
}

QStringList linesOf(const std::vector<Event>& events)
{
    QStringList lines, reasons;
    for (const Event& event : events) {
        const QString why = reasonWords(event);
        lines << (reasons.contains(why) ? words(event) : inARow({words(event), why}));
        reasons << why;
    }
    return lines;
}

} // namespace hareloom::ui
