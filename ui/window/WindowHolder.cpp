// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/WindowHolder.h"

#include "ui/language/LanguageControl.h"
#include "ui/window/Application.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QFontDatabase>

namespace hareloom::ui {

WindowHolder::WindowHolder(ThemeControl& themes, LanguageControl& languages)
    : m_themes(themes), m_languages(languages), m_window(std::make_unique<MainWindow>(themes, &languages))
{
    // Later: whoever chose it is a part of the window that goes.
    connect(&languages, &LanguageControl::changed, this, &WindowHolder::replace, Qt::QueuedConnection);
    if (auto* application = qobject_cast<Application*>(QCoreApplication::instance()))
        connect(application, &Application::faulted, this,
                [this](const QString& sentence) { m_window->say(sentence); });
    sayMissingFont();
}

// In English, which can be read without it.
void WindowHolder::sayMissingFont()
{
    const bool isChinese = m_languages.code().startsWith(QLatin1String("zh"));
    if (!isChinese || m_hasSaidFont || !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty())
        return;
    m_hasSaidFont = true;
    m_window->say(QStringLiteral(
        "This system has no font for Chinese. Install one, as the package fonts-noto-cjk, and start "
        "Hareloom again; Preferences choose another language."));
}

WindowHolder::~WindowHolder() = default;

// The new one is up before the old one goes, so that there is always a window and the program goes on.
void WindowHolder::replace()
{
    const bool isVisible = m_window->isVisible();
    auto next = std::make_unique<MainWindow>(m_themes, &m_languages, m_window->leave());
    if (isVisible)
        next->show();
    std::swap(m_window, next);
    next.reset();
    sayMissingFont();
    if (isVisible)
        m_window->actions().preferences->trigger(); // where the language was chosen
}

} // namespace hareloom::ui
