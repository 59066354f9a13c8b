// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Typeface.h"

#include "core/base/Text.h"
#include "ui/language/Joining.h"

#include <QCoreApplication>
#include <QFontDatabase>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr qsizetype kMostNamed = 3;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

/// Two databases may name one family: "Inter [ADBO]", "Inter [RSMS]".
QString plainName(const QString& family)
{
    return family.section(QStringLiteral(" ["), 0, 0);
}

/// Those whose names hold the word, or else the nearest one.
QStringList nearTo(const QString& name, const QStringList& families)
{
    QStringList near;
    for (const QString& family : families)
        if (near.size() < kMostNamed && !near.contains(plainName(family)) &&
            family.contains(name.section(QLatin1Char(' '), 0, 0), Qt::CaseInsensitive))
            near << plainName(family);
    if (!near.isEmpty() || families.isEmpty())
        return near;
    const auto distance = [&](const QString& family) {
        return editDistance(name.toLower().toStdString(), plainName(family).toLower().toStdString());
    };
    return {plainName(
        *std::min_element(families.begin(), families.end(), [&](const QString& one, const QString& other) {
            return distance(one) < distance(other);
        }))};
}

} // namespace

Result<QString> installedFamily(const QString& name)
{
    QStringList families;
    for (const QString& family : QFontDatabase::families())
        if (QFontDatabase::isSmoothlyScalable(family))
            families << family;
    const QString wanted = name.simplified();
    for (const QString& family : families)
        if (family.compare(wanted, Qt::CaseInsensitive) == 0 ||
            plainName(family).compare(wanted, Qt::CaseInsensitive) == 0)
            return family;
    const QString near = listed(nearTo(wanted, families));
    return invalidInput((near.isEmpty()
                             ? Words::tr("No typeface is called \"%1\" here.").arg(wanted)
                             : Words::tr("No typeface is called \"%1\" here; the nearest is %2.").arg(wanted, near))
                            .toStdString());
}

} // namespace hareloom::ui
