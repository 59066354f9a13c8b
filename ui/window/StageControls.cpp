// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FanTheory.h"
#include "ui/window/MainWindow.h"
#include "ui/window/Transport.h"

namespace hareloom::ui {

// What the stage does by itself, in the View menu; and all chains at once grow also while the cursor rests.
void MainWindow::connectStage()
{
    m_actions.stage = m_stage->actions();
    connect(&m_session, &LabSession::generationsReady, m_stage, qOverload<>(&QWidget::update));
    const auto adapt = [this] { m_fanTheory->adapt(m_look.options()); };
    connect(&m_look, &StageLook::changed, m_fanTheory, adapt);
    connect(m_transport, &Transport::chainChosen, m_fanTheory, adapt, Qt::QueuedConnection);
    connect(&m_session, &LabSession::generationsReady, m_fanTheory, adapt);
    connect(&m_session, &LabSession::experimentChanged, m_fanTheory, &FanTheory::forget);
    connect(m_fanTheory, &FanTheory::changed, m_stage, qOverload<>(&QWidget::update));
}

} // namespace hareloom::ui
