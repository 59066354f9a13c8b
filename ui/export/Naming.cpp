// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Naming.h"

#include "ui/language/Joining.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace hareloom::ui {

namespace {

constexpr int kLongestName = 120;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

QList<QPair<QString, QString>> filled(const NameValues& values)
{
    return {{QStringLiteral("{title}"), values.title},
            {QStringLiteral("{variant}"), values.variant},
            {QStringLiteral("{chart}"), values.chart},
            {QStringLiteral("{chain}"), values.chain < 0 ? tr("all") : QString::number(values.chain)},
            {QStringLiteral("{generation}"),
             values.through < 0 ? QString::number(values.generation)
                                : QStringLiteral("%1-%2").arg(values.generation).arg(values.through)},
            {QStringLiteral("{seed}"), QString::number(values.seed)}};
}

QString safe(QString name)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w.\\-]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression hyphens(QStringLiteral("-{2,}"));
    static const QRegularExpression ends(QStringLiteral("^[.\\-]+|[.\\-]+$"));
    return name.replace(unsafe, QStringLiteral("-"))
        .replace(hyphens, QStringLiteral("-"))
        .remove(ends)
        .left(kLongestName)
        .remove(ends)
        .toLower();
}

} // namespace

QStringList namePlaceholders()
{
    QStringList names;
    for (const auto& [name, value] : filled({}))
        names << name;
    return names;
}

Result<QString> nameFrom(const QString& pattern, const NameValues& values)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{[^{}]*\\}?|\\}"));
    QString name;
    qsizetype from = 0;
    const auto known = filled(values);
    for (auto found = placeholder.globalMatch(pattern); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        name += pattern.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const auto at = std::find_if(known.begin(), known.end(),
                                     [&](const auto& pair) { return pair.first == match.captured(); });
        if (at == known.end())
            return invalidInput(tr("The name holds \"%1\"; allowed in braces are %2.")
                                    .arg(match.captured(), listed(namePlaceholders()))
                                    .toStdString());
        name += at->second;
    }
    name = safe(name + pattern.mid(from));
    if (name.isEmpty())
        return invalidInput(tr("The name is empty; write letters, digits or one of %1.")
                                .arg(listed(namePlaceholders()))
                                .toStdString());
    return name;
}

} // namespace hareloom::ui
