// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/LearningTexts.h"

#include "ui/texts/MarkedText.h"
#include "ui/texts/TextColumn.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr qsizetype kPromptEnd = 160; // characters of a block's prompt; a chosen prompt is shown whole

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// From a word on.
QString endOf(const QString& prompt)
{
    if (prompt.size() <= kPromptEnd)
        return prompt;
    const qsizetype blank = prompt.indexOf(QLatin1Char(' '), prompt.size() - kPromptEnd);
    return blank < 0 ? prompt : QStringLiteral("…") + prompt.mid(blank);
}

} // namespace

QString learningWordsOf(const WrittenTexts& draft)
{
    if (!draft.answers.empty())
        return tr("It goes on from the same words again and again while it learns from the real text.");
    if (!draft.passages.empty())
        return tr("It has learned, and now writes the text that the next generation learns from.");
    return {};
}

void paintLearningTexts(QPainter& painter, const QRectF& area, const WrittenTexts& draft, const Theme& theme)
{
    const bool answers = !draft.answers.empty();
    const auto& prompts = answers ? draft.prompts : draft.passagePrompts;
    const auto& texts = answers ? draft.answers : draft.passages;
    double top = area.top();
    for (std::size_t i = 0; i < texts.size() && top < area.bottom(); ++i) {
        const QString whole = markedText(prompts[i]).text, blank = texts[i].starts_with(' ') ? QStringLiteral(" ") : QString();
        const QString prompt = (answers ? whole : endOf(whole)) + blank;
        const QString all = prompt + markedText(texts[i]).text;
        const TextColumn column(all, themeFont(TextSize::Body),
                                QRectF(area.left(), top, std::min(area.width(), scaled(760)), area.bottom() - top));
        if (i > 0 && column.linesAfter() > 0)
            return;
        painter.setPen(theme.muted);
        column.paint(painter, 0, static_cast<int>(prompt.size()));
        painter.setPen(theme.generation(0));
        column.paint(painter, static_cast<int>(prompt.size()), static_cast<int>(all.size()));
        top += column.lineCount() * column.lineHeight() + 3 * kGrid;
    }
}

} // namespace hareloom::ui
