// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/ThemeControl.h"

namespace hareloom::ui {

struct Actions;
class LanguageControl;

/// How the window looks, moves and speaks: theme, full screen, reduced motion, and the dialog of the preferences.
class AppearanceController : public QObject
{
    Q_OBJECT
public:
    /// All outlive this. Reduced motion is switched on here where the user has chosen it for good: whoever
    /// follows the action is connected by then.
    AppearanceController(ThemeControl& themes, LanguageControl* languages, const Actions& actions, QWidget& window);

private:
    void showPreferences();

    ThemeControl& m_themes;
    LanguageControl* m_languages;
    const Actions& m_actions;
    QWidget& m_window;
};

} // namespace hareloom::ui
