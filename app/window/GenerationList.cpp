// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/GenerationList.h"

#include <QRegularExpression>

namespace hareloom::app {

namespace {

constexpr qsizetype kMost = 1'000'000;

Error wrong(const QString& text, const QString& word)
{
    return invalidInput(
        QStringLiteral(
            "--generation %1: \"%2\" is not a generation; give whole numbers from 0, as 0,5,9, or a range, "
            "as 0-200, or every fifth of one, as 0-200/5.")
            .arg(text, word)
            .toStdString());
}

} // namespace

Result<QList<int>> readGenerationList(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,9})(?:-(\\d{1,9})(?:/(\\d{1,9}))?)?$"));
    QList<int> list;
    for (const QString& word : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto match = form.match(word.trimmed());
        if (!match.hasMatch())
            return wrong(text, word);
        const int first = match.captured(1).toInt();
        const int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
        const int step = match.captured(3).isEmpty() ? 1 : match.captured(3).toInt();
        if (last < first || step < 1)
            return wrong(text, word);
        for (int index = first; index <= last; index += step) {
            list << index;
            if (list.size() > kMost)
                return invalidInput(QStringLiteral("--generation %1: these are more than a million.")
                                        .arg(text)
                                        .toStdString());
        }
    }
    return list;
}

} // namespace hareloom::app
