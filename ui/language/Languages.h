// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace hareloom::ui {

/// A language that the window speaks.
struct Language
{
    QString code; // as Qt and our files have it: "zh_CN"
    QString name; // as its speakers call it
};

/// All of them. The first is English, which the sources are written in.
const QList<Language>& languages();

/// The code of the first of `wanted` that the window speaks, English where it speaks none. `wanted`: names of
/// languages in the order in which a person prefers them, as QLocale::uiLanguages() has them: "zh-Hans-CN",
/// "zh-CN", "zh".
QString languageFor(const QStringList& wanted);

/// The code of the language that the program speaks now; English before anybody has chosen one. GUI thread.
QString spokenLanguage();
void setSpokenLanguage(const QString& code);

} // namespace hareloom::ui
