// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace hareloom::ui {

class LanguageControl;
class MainWindow;
class ThemeControl;

/// The program's one window. When another language is chosen, a new window takes its place: so every word is
/// made anew, and none can be forgotten, while the run goes on. GUI thread.
class WindowHolder : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    WindowHolder(ThemeControl& themes, LanguageControl& languages);
    ~WindowHolder() override;

    /// Until the language changes.
    MainWindow& window() { return *m_window; }

private:
    void replace();
    void sayMissingFont();

    ThemeControl& m_themes;
    LanguageControl& m_languages;
    std::unique_ptr<MainWindow> m_window;
    bool m_hasSaidFont = false;
};

} // namespace hareloom::ui
