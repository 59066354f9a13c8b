// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/Languages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVariant>

#include <algorithm>

namespace hareloom::ui {

const QList<Language>& languages()
{
    static const QList<Language> all{
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
    return all;
}

// A person who reads traditional characters reads simplified ones with more ease than English.
QString languageFor(const QStringList& wanted)
{
    for (const QString& name : wanted) {
        const QLocale::Language language = QLocale(name).language();
        const auto known =
            std::find_if(languages().begin(), languages().end(), [language](const Language& each) {
                return QLocale(each.code).language() == language;
            });
        if (language != QLocale::C && known != languages().end())
            return known->code;
    }
    return languages().first().code;
}

namespace {
constexpr auto kSpoken = "hareloom.language"; // of the application
}

QString spokenLanguage()
{
    const QVariant code =
        QCoreApplication::instance() ? QCoreApplication::instance()->property(kSpoken) : QVariant();
    return code.isValid() ? code.toString() : languages().first().code;
}

void setSpokenLanguage(const QString& code)
{
    QCoreApplication::instance()->setProperty(kSpoken, code);
}

} // namespace hareloom::ui
