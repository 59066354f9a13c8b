// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/LanguageControl.h"

#include "ui/language/EngineTranslator.h"
#include "ui/language/Languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace hareloom::ui {

namespace {

constexpr auto kChoiceKey = "window/language";

std::unique_ptr<QTranslator> read(const QString& name, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    return translator->load(name, folder) ? std::move(translator) : nullptr;
}

} // namespace

LanguageControl::LanguageControl(QObject* parent) : QObject(parent)
{
    const QString chosen = choice();
    speak(chosen.isEmpty() ? languageFor(QLocale::system().uiLanguages()) : languageFor({chosen}));
}

LanguageControl::~LanguageControl() = default; // a translator takes itself away

QString LanguageControl::choice()
{
    return QSettings().value(kChoiceKey).toString();
}

void LanguageControl::choose(const QString& code)
{
    QSettings().setValue(kChoiceKey, code);
    const QString before = m_code;
    speak(code.isEmpty() ? languageFor(QLocale::system().uiLanguages()) : languageFor({code}));
    if (m_code != before)
        Q_EMIT changed();
}

// English has a file, too: how it counts.
void LanguageControl::speak(const QString& code)
{
    if (code == m_code)
        return;
    m_code = code;
    setSpokenLanguage(code);
    m_translators.clear();
    add(read(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    add(EngineTranslator::read(code));
    add(read(QStringLiteral("hareloom_") + code, QStringLiteral(":/hareloom/translations")));
}

void LanguageControl::add(std::unique_ptr<QTranslator> translator)
{
    if (!translator)
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace hareloom::ui
