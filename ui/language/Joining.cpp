// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/Joining.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

struct Joining
{
    Q_DECLARE_TR_FUNCTIONS(Joining)
};

} // namespace

QString listed(const QStringList& names)
{
    //: Stands between the names of a list.
    return names.join(Joining::tr(", "));
}

QString clauses(const QStringList& parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    //: Stands between the parts of a sentence.
    return said.join(Joining::tr("; "));
}

QString phrases(const QStringList& parts)
{
    QString all;
    for (const QString& part : parts)
        all = all.isEmpty() || part.isEmpty() ? all + part
                                              : Joining::tr("%1, %2", "two phrases").arg(all, part);
    return all;
}

QString inARow(const QStringList& sentences)
{
    QString all;
    for (const QString& sentence : sentences)
        all = all.isEmpty() || sentence.isEmpty() ? all + sentence
                                                  : Joining::tr("%1 %2", "two sentences").arg(all, sentence);
    return all;
}

QString named(const QString& name, const QString& words)
{
    return Joining::tr("%1: %2").arg(name, words);
}

QString withFullStop(const QString& words)
{
    return Joining::tr("%1.").arg(words);
}

} // namespace hareloom::ui
