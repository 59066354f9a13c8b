// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/ReportTexts.h"

#include "ui/texts/MarkedText.h"
#include "ui/texts/TextsOf.h"

#include <QCoreApplication>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostPrompts = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

QString shown(const std::string& text)
{
    return markedText(text).text.simplified();
}

} // namespace

Writings answersOf(const History& history, ChainIndex chain, const QList<int>& generations)
{
    Writings writings;
    const WrittenTexts* first = textsOf(history.at(chain, 0));
    if (!first)
        return writings;
    const std::size_t count = std::min(kMostPrompts, first->prompts.size());
    for (std::size_t i = 0; i < count; ++i) {
        AnsweredPrompt prompt{shown(first->prompts[i]), {}};
        for (const int g : generations)
            if (const WrittenTexts* texts = textsOf(history.at(chain, g)); texts && i < texts->answers.size())
                prompt.answers << QStringList{tr("Generation %1").arg(g), shown(texts->answers[i])};
        writings.prompts.push_back(std::move(prompt));
    }
    if (first->prompts.size() > count)
        writings.note = tr("The first %1 of %2 prompts.").arg(count).arg(first->prompts.size());
    return writings;
}

} // namespace hareloom::ui
