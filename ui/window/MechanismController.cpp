// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MechanismController.h"

#include "ui/window/Actions.h"
#include "ui/window/Laboratory.h"

#include <QAction>
#include <QStackedWidget>

namespace hareloom::ui {

MechanismController::MechanismController(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts)
{
    connect(parts.actions.slowStep, &QAction::triggered, this, &MechanismController::toggle);
    connect(parts.actions.presenter, &QAction::toggled, this, &MechanismController::forget);
    connect(&parts.session, &LabSession::experimentChanged, this, &MechanismController::forget);
    connect(&parts.session, &LabSession::generationsReady, this, &MechanismController::goOnWaiting);
    connect(&parts.session, &LabSession::stateChanged, this, &MechanismController::goOnWaiting);
    connect(&parts.laboratory.transport(), &Transport::chainChosen, this, &MechanismController::forget);
    connect(&parts.themes, &ThemeControl::themeChanged, this, [this](const Theme& theme) {
        if (m_view)
            m_view->setTheme(theme);
    });
    connect(&m_loader, &StepLoader::ready, this, &MechanismController::present);
    connect(&m_loader, &StepLoader::failed, this, &MechanismController::said);
}

void MechanismController::adaptAction()
{
    const RunState state = m_parts.session.state();
    const Stage* stage = m_parts.scene.stage();
    const bool isThere = m_parts.session.history().count(m_parts.scene.chain()) > 1;
    const bool canBeMade =
        state == RunState::Ready || state == RunState::Paused || state == RunState::Stopped;
    m_parts.actions.slowStep->setEnabled(!m_parts.actions.compare->isChecked() && (isThere || canBeMade) &&
                                         (!stage || stage->showsSteps()));
}

void MechanismController::toggle()
{
    if (m_view) {
        end();
        return;
    }
    m_parts.cursor.pause();
    const int count = m_parts.session.history().count(m_parts.scene.chain());
    const int next = count == 0 ? 1 : m_parts.cursor.shown() + 1;
    if (next < count)
        begin(next);
    else if (m_parts.session.state() == RunState::Finished)
        begin(count - 1);
    else {
        m_awaited = next;
        m_hasAsked = false;
        goOnWaiting();
    }
}

// Generation 0 first, then the one that is asked for. What has ended without making any cannot make it: it failed,
// or somebody stopped it.
void MechanismController::goOnWaiting()
{
    if (m_awaited < 0)
        return;
    const RunState state = m_parts.session.state();
    const int count = m_parts.session.history().count(m_parts.scene.chain());
    if (m_awaited < count)
        begin(m_awaited);
    else if (state == RunState::Finished) // a chain may end early
        m_awaited = -1;
    else if (state != RunState::Running) {
        const std::size_t made = m_parts.session.history().size();
        if (m_hasAsked && made == m_madeBefore) {
            m_awaited = -1;
            return;
        }
        m_hasAsked = true;
        m_madeBefore = made;
        m_parts.session.step();
    }
}

void MechanismController::begin(int generation)
{
    m_awaited = -1;
    const Stage* stage = m_parts.scene.stage();
    if (generation < 1 || !stage || !stage->showsSteps())
        return;
    m_parts.cursor.show(generation - 1);
    m_loader.load(m_parts.session, m_parts.scene.chain(), generation, stage->stepNeedsRows());
}

void MechanismController::present(const SlowStep& step)
{
    if (m_view || !m_parts.scene.stage())
        return;
    QWidget* page = m_parts.pages.currentWidget();
    const bool isPresenting = page != &m_parts.laboratory;
    SlowStep shown = step;
    shown.realTexts = m_parts.scene.realData().texts;
    m_view = new StepView(m_parts.scene, shown, isPresenting ? page : &m_parts.laboratory.stage());
    m_view->setPresenting(isPresenting);
    m_view->setStill(m_parts.cursor.reducedMotion());
    m_view->setTheme(m_parts.themes.theme());
    connect(m_view, &StepView::ended, this, &MechanismController::end);
}

void MechanismController::end()
{
    if (!m_view)
        return;
    const int generation = m_view->step().to->index;
    forget();
    m_parts.cursor.show(generation);
}

void MechanismController::forget()
{
    m_awaited = -1;
    m_loader.cancel();
    if (!m_view)
        return;
    QWidget* host = m_view->parentWidget();
    m_view->hide();
    m_view->deleteLater();
    m_view.clear();
    host->setFocus(Qt::OtherFocusReason);
}

} // namespace hareloom::ui
