// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/PresenterController.h"

#include "ui/presenter/PresenterView.h"
#include "ui/session/ChainName.h"
#include "ui/stage/StageLook.h"
#include "ui/window/ExperimentTitle.h"
#include "ui/window/Laboratory.h"

#include <QAction>
#include <QMainWindow>
#include <QMenuBar>
#include <QStackedWidget>

namespace hareloom::ui {

PresenterController::PresenterController(const Parts& parts) : QObject(&parts.window), m_parts(parts)
{
    connect(parts.actions.presenter, &QAction::toggled, this, &PresenterController::present);
}

void PresenterController::present(bool on)
{
    m_parts.actions.presenter->setChecked(on);
    if (on == (m_view != nullptr))
        return;
    if (on)
        begin();
    else
        end();
    QMainWindow& window = m_parts.window;
    window.menuBar()->setVisible(!on);
    window.setWindowState(on ? window.windowState() | Qt::WindowFullScreen : m_stateBefore);
}

void PresenterController::begin()
{
    const Actions& a = m_parts.actions;
    Laboratory& laboratory = m_parts.laboratory;
    m_view =
        new PresenterView(m_parts.scene, m_parts.look, m_parts.cursor, laboratory.vitals(), &m_parts.pages);
    m_view->setStory(laboratory.story());
    m_view->setControls({a.first, a.previous, a.runOrPause, a.next, a.last, a.presenter});
    m_view->addActions(laboratory.stage().choiceActions());
    m_view->setTheme(m_parts.themes.theme());
    connect(&m_parts.themes, &ThemeControl::themeChanged, m_view, &PresenterView::setTheme);
    connect(m_view, &PresenterView::leaveRequested, this, [this] { present(false); });
    m_parts.pages.addWidget(m_view);
    m_parts.pages.setCurrentWidget(m_view);
    m_stateBefore = m_parts.window.windowState();
    refresh();
}

void PresenterController::end()
{
    m_view->deleteLater();
    m_view = nullptr;
    m_parts.pages.setCurrentWidget(&m_parts.laboratory);
    m_parts.laboratory.stage().setFocus(Qt::OtherFocusReason);
}

void PresenterController::refresh()
{
    if (!m_view)
        return;
    const StageScene& scene = m_parts.scene;
    const LabSession& session = scene.session();
    m_view->setTitle(experimentTitle(session.experiment()),
                     QString::fromStdString(session.experiment().question),
                     chainName(session, scene.chain()));
    m_view->setMarks(m_parts.laboratory.story().marks());
    m_view->update();
}

} // namespace hareloom::ui
