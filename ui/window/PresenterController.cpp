// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/PresenterController.h"

#include "ui/language/EngineWords.h"
#include "ui/presenter/PresentedComparison.h"
#include "ui/presenter/PresentedRun.h"
#include "ui/presenter/PresenterView.h"
#include "ui/presenter/SpeakerView.h"
#include "ui/session/ChainName.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/ExperimentTitle.h"
#include "ui/window/Laboratory.h"
#include "ui/window/OrderController.h"

#include <QAction>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr double kForARoom =
    0.025; // of the picture's height: the smallest letters of a window that is presented

/// By how much the letters grow, so that the last row of a room can read them whatever the screen is.
double enlargementOn(const QScreen& screen)
{
    return std::max(1.0,
                    std::ceil(kForARoom * screen.size().height()) / themeFont(TextSize::Small).pixelSize());
}

} // namespace

PresenterController::PresenterController(const Parts& parts) : QObject(&parts.window), m_parts(parts)
{
    connect(parts.actions.presenter, &QAction::toggled, this, &PresenterController::present);
    connect(parts.actions.presentFirst, &QAction::triggered, this, [this] {
        if (!m_parts.presentsWindow()) // a lesson's step says which generation is shown
            m_parts.cursor.show(0);
        present(true);
    });
    connect(&parts.comparing, &ComparisonController::switched, this, &PresenterController::choose);
}

void PresenterController::present(bool on)
{
    m_parts.actions.presenter->setChecked(on);
    if (on == isOn())
        return;
    if (on ? m_parts.presentsWindow() : m_isEnlarged)
        presentWindow(on);
    else if (on)
        begin();
    else
        end();
    QMainWindow& window = m_parts.window;
    window.menuBar()->setVisible(!on);
    window.setWindowState(on ? window.windowState() | Qt::WindowFullScreen : m_stateBefore);
    m_parts.actions.fullScreen->setEnabled(!on); // it is, and goes back to what it was
    m_parts.actions.leaveComparison->setEnabled(!on &&
                                                m_parts.comparing.isOn()); // Escape leaves what is on top
}

void PresenterController::presentWindow(bool on)
{
    if (on)
        m_stateBefore = m_parts.window.windowState();
    m_isEnlarged = on;
    if (on)
        connect(m_escape = new QShortcut(Qt::Key_Escape, &m_parts.window), &QShortcut::activated, this,
                [this] { present(false); });
    else
        delete std::exchange(m_escape, nullptr);
    m_parts.themes.enlarge(on ? enlargementOn(*m_parts.window.screen()) : 1);
    Q_EMIT windowPresented(on);
}

void PresenterController::begin()
{
    const Actions& a = m_parts.actions;
    m_view = new PresenterView(m_parts.cursor, &m_parts.pages);
    m_view->setControls({a.first, a.previous, a.runOrPause, a.next, a.last, a.slowStep, a.presenter});
    m_view->addAction(m_parts.laboratory.stage().choiceActions().first()); // copy
    m_view->setTheme(m_parts.themes.theme());
    connect(&m_parts.themes, &ThemeControl::themeChanged, m_view, &PresenterView::setTheme);
    connect(m_view, &PresenterView::leaveRequested, this, [this] { present(false); });
    connect(m_view, &PresenterView::nextRequested, this, [this] { goOn(1); });
    connect(m_view, &PresenterView::previousRequested, this, [this] { goOn(-1); });
    openNotes();
    choose();
    m_parts.pages.addWidget(m_view);
    m_parts.pages.setCurrentWidget(m_view);
    m_stateBefore = m_parts.window.windowState();
}

// A comparison that begins or ends meanwhile is followed.
void PresenterController::choose()
{
    if (!m_view)
        return;
    Laboratory& laboratory = m_parts.laboratory;
    if (m_parts.comparing.isOn())
        m_view->setPresented(std::make_unique<PresentedComparison>(*m_parts.comparing.view(), m_parts.look));
    else
        m_view->setPresented(std::make_unique<PresentedRun>(m_parts.scene, m_parts.look, laboratory.vitals(),
                                                            laboratory.story()));
    m_parts.actions.leaveComparison->setEnabled(false);
    refresh();
}

// Where the room's screen is not the speaker's.
void PresenterController::openNotes()
{
    const QScreen* own = m_parts.window.screen();
    for (const QScreen* screen : QGuiApplication::screens()) {
        if (screen == own)
            continue;
        m_notes = new SpeakerView(&m_parts.window);
        m_notes->setGeometry(screen->availableGeometry());
        m_notes->show();
        connect(&m_parts.cursor, &GenerationCursor::shownChanged, m_notes, [this] { tellSpeaker(); });
        connect(&m_parts.order, &OrderController::moved, m_notes, [this] { tellSpeaker(); });
        return;
    }
}

void PresenterController::tellSpeaker()
{
    if (!m_notes)
        return;
    const Experiment& experiment = m_parts.scene.session().experiment();
    const OrderController& order = m_parts.order;
    const QString title = experimentTitle(experiment),
                  story = engineWords(EngineList::Preset, experiment.story);
    const ChainStory::Line told = m_parts.laboratory.story().lineAt(m_parts.cursor.shown());
    m_notes->setWords({order.isOpen() ? tr("%1: %2").arg(order.standing(), title) : title,
                       order.notes().isEmpty() ? story : order.notes(),
                       tr("Generation %1. %2")
                           .arg(m_parts.cursor.shown())
                           .arg(told.generation < 0 ? QString() : told.sentence),
                       order.next()});
}

void PresenterController::end()
{
    delete m_notes;
    m_notes = nullptr;
    m_view->deleteLater();
    m_view = nullptr;
    m_parts.pages.setCurrentWidget(&m_parts.laboratory);
    m_parts.laboratory.stage().setFocus(Qt::OtherFocusReason);
}

// Page Down and Page Up, which a remote has: in a list the next; else the next text, or the next event.
void PresenterController::goOn(int way)
{
    StageView& stage = m_parts.laboratory.stage();
    const bool hasTexts = !m_parts.comparing.isOn() &&
                          !m_parts.scene.choices(m_parts.cursor.position(), m_parts.look.options()).isEmpty();
    if (m_parts.order.isOpen())
        m_parts.order.go(way);
    else if (hasTexts)
        way > 0 ? stage.showNext() : stage.showPrevious();
    else
        m_parts.laboratory.strip().goTo(way);
}

void PresenterController::refresh()
{
    if (!m_view)
        return;
    const StageScene& scene = m_parts.scene;
    const LabSession& session = scene.session();
    m_view->setTitle(experimentTitle(session.experiment()),
                     engineWords(EngineList::Preset, session.experiment().question),
                     m_parts.comparing.isOn() ? QString() : chainName(session, scene.chain()));
    m_view->setProgress(m_parts.laboratory.status().work());
    m_view->update();
    tellSpeaker();
}

} // namespace hareloom::ui
