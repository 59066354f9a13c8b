// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/AxisText.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QStringList>

namespace hareloom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

} // namespace

Result<std::optional<AxisWish::Range>> readAxisRange(const QString& text)
{
    if (text.trimmed().isEmpty())
        return std::optional<AxisWish::Range>();
    const QStringList ends = text.split(QLatin1Char(':'));
    const auto low = parseNumber(ends.value(0).toStdString()),
               high = parseNumber(ends.value(1).toStdString());
    if (ends.size() != 2 || !low || !high)
        return invalidInput(Words::tr("\"%1\" is no range; give the two ends of the axis, as 0:50.")
                                .arg(text.trimmed())
                                .toStdString());
    if (!(*low < *high))
        return invalidInput(Words::tr("\"%1\" is no range: the first number must be smaller than the second.")
                                .arg(text.trimmed())
                                .toStdString());
    return std::optional(AxisWish::Range{*low, *high});
}

QString axisRangeText(const std::optional<AxisWish::Range>& range)
{
    return range ? QString::fromStdString(shortNumber(range->low) + ':' + shortNumber(range->high))
                 : QString();
}

} // namespace hareloom::ui
