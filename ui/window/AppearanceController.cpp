// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/AppearanceController.h"

#include "ui/preferences/PreferencesDialog.h"
#include "ui/settings/Preferences.h"
#include "ui/window/Actions.h"

#include <QAction>
#include <QActionGroup>

namespace hareloom::ui {

AppearanceController::AppearanceController(ThemeControl& themes, LanguageControl* languages, const Actions& actions,
                                           QWidget& window)
    : QObject(&window), m_themes(themes), m_languages(languages), m_actions(actions), m_window(window)
{
    connect(actions.preferences, &QAction::triggered, this, &AppearanceController::showPreferences);
    connect(actions.fullScreen, &QAction::toggled, &window, [&window](bool on) {
        const Qt::WindowStates state = window.windowState();
        window.setWindowState(on ? state | Qt::WindowFullScreen : state & ~Qt::WindowFullScreen);
    });
    actions.themes->actions()[static_cast<int>(themes.choice())]->setChecked(true);
    connect(actions.themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_themes.choose(static_cast<ThemeChoice>(action->data().toInt()));
    });
    connect(actions.reducedMotion, &QAction::toggled, this, &Preferences::setReducedMotion);
    actions.reducedMotion->setChecked(Preferences::reducedMotion());
}

void AppearanceController::showPreferences()
{
    auto* dialog = new PreferencesDialog(m_themes, m_languages, *m_actions.reducedMotion, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace hareloom::ui
