// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/MainWindow.h"
#include "ui/stage/LatentWalk.h"

namespace hareloom::ui {

// What the stage does by itself, in the View menu; and all chains at once grow also while the cursor rests.
void MainWindow::connectStage()
{
    m_actions.stage = m_stage->actions();
    connect(&m_session, &LabSession::generationsReady, m_stage, qOverload<>(&QWidget::update));
    auto* walk = new LatentWalk(*m_stage);
    connect(&m_themes, &ThemeControl::themeChanged, walk, &LatentWalk::setTheme);
    walk->setTheme(m_themes.theme());
}

} // namespace hareloom::ui
