// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/MainWindow.h"

namespace hareloom::ui {

// What the stage does by itself, in the View menu; and all chains at once grow also while the cursor rests.
void MainWindow::connectStage()
{
    m_actions.stage = m_stage->actions();
    connect(m_stage, &StageView::textChosen, this, [this] { setOptions(m_stage->options()); });
    connect(&m_session, &LabSession::generationsReady, m_stage, qOverload<>(&QWidget::update));
}

} // namespace hareloom::ui
