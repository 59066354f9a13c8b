// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/LatentWalk.h"
#include "ui/window/FanTheory.h"
#include "ui/window/MainWindow.h"
#include "ui/window/Transport.h"

namespace hareloom::ui {

// What the stage does by itself, in the View menu; and all chains at once grow also while the cursor rests.
void MainWindow::connectStage()
{
    m_actions.stage = m_stage->actions();
    connect(m_stage, &StageView::textChosen, this, [this] { setOptions(m_stage->options()); });
    connect(&m_session, &LabSession::generationsReady, m_stage, qOverload<>(&QWidget::update));
    const auto adapt = [this] { m_fanTheory->adapt(m_stage->options()); };
    connect(m_stage, &StageView::quantityChosen, m_fanTheory, adapt);
    connect(m_transport, &Transport::modeChosen, m_fanTheory, adapt, Qt::QueuedConnection);
    connect(m_transport, &Transport::chainChosen, m_fanTheory, adapt, Qt::QueuedConnection);
    connect(&m_session, &LabSession::generationsReady, m_fanTheory, adapt);
    connect(&m_session, &LabSession::experimentChanged, m_fanTheory, &FanTheory::forget);
    connect(m_fanTheory, &FanTheory::changed, m_stage, qOverload<>(&QWidget::update));
    auto* walk = new LatentWalk(*m_stage);
    connect(&m_themes, &ThemeControl::themeChanged, walk, &LatentWalk::setTheme);
    walk->setTheme(m_themes.theme());
}

} // namespace hareloom::ui
