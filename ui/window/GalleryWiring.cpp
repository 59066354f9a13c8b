// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/DeviceChoice.h"
#include "core/recipe/Presets.h"
#include "ui/gallery/Gallery.h"
#include "ui/gallery/Preview.h"
#include "ui/preferences/PreferencesDialog.h"
#include "ui/presenter/PresenterView.h"
#include "ui/presets/PresetList.h"
#include "ui/session/ChainName.h"
#include "ui/session/Recordings.h"
#include "ui/settings/Preferences.h"
#include "ui/window/MainWindow.h"
#include "ui/window/Shortcuts.h"

#include <QAction>
#include <QFileInfo>
#include <QMenuBar>
#include <QStackedWidget>

namespace hareloom::ui {

void MainWindow::connectPages()
{
    const Actions& a = m_actions;
    connect(a.gallery, &QAction::triggered, this, &MainWindow::showGallery);
    connect(a.presenter, &QAction::toggled, this, &MainWindow::present);
    connect(a.shortcuts, &QAction::triggered, this, [this] { showShortcuts(*this); });
    connect(a.preferences, &QAction::triggered, this, [this] {
        auto* dialog = new PreferencesDialog(m_themes, *m_actions.reducedMotion, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(a.reducedMotion, &QAction::toggled, this, [this](bool on) {
        Preferences::setReducedMotion(on);
        if (m_gallery)
            m_gallery->setReducedMotion(on);
    });
    a.reducedMotion->setChecked(Preferences::reducedMotion());
    connect(&m_session, &LabSession::experimentChanged, this, [this] {
        nameFile({});
        showLaboratory();
    });
    connect(&m_session, &LabSession::generationsReady, this, &MainWindow::rememberRun);
    connect(&m_session, &LabSession::stateChanged, this, [this](RunState state) {
        if (state == RunState::Running) {
            m_remembered.clear();
            rememberRun();
            tidyRecordings();
        }
        clockRun(state);
        showTitle();
    });
}

// A run of a preset from beginning to end tells the gallery how long it takes here.
void MainWindow::clockRun(RunState state)
{
    if (state == RunState::Running && m_session.history().size() == 0)
        m_runClock.start();
    else if (state == RunState::Paused || state == RunState::Stopped)
        m_runClock.invalidate();
    if (state != RunState::Finished || !m_runClock.isValid())
        return;
    const auto preset = loadPreset(presetOf(m_session.experiment()).toStdString());
    if (preset && trainsNetworks(preset->family)) // of the others the gallery asks the engine
        rememberSeconds(*preset, double(m_runClock.elapsed()) / 1e3);
    m_runClock.invalidate();
}

void MainWindow::showGallery()
{
    present(false);
    if (!m_gallery)
        makeGallery();
    const bool hasSession = m_hasExperiment;
    m_gallery->clearFilter();
    m_gallery->setOngoing(hasSession ? tr("%1: generation %2").arg(experimentTitle()).arg(m_cursor.shown())
                                     : QString());
    m_pages->setCurrentWidget(m_gallery);
    m_gallery->takeFocus();
    adaptActions();
    showTitle();
}

void MainWindow::makeGallery()
{
    m_gallery = new Gallery(m_recents, m_pages);
    m_gallery->setTheme(m_themes.theme());
    m_gallery->setReducedMotion(m_actions.reducedMotion->isChecked());
    m_pages->addWidget(m_gallery);
    connect(&m_themes, &ThemeControl::themeChanged, m_gallery, &Gallery::setTheme);
    connect(m_gallery, &Gallery::presetChosen, this, [this](const QString& id) {
        if (openPreset(id))
            run();
    });
    connect(m_gallery, &Gallery::sessionChosen, this, &MainWindow::openFile);
    connect(m_gallery, &Gallery::openRequested, m_actions.openFile, &QAction::trigger);
    connect(m_gallery, &Gallery::continueRequested, this, &MainWindow::showLaboratory);
}

void MainWindow::showLaboratory()
{
    m_hasExperiment = true;
    showPresentation();
    if (m_presenter || m_pages->currentWidget() == m_laboratory)
        return;
    m_pages->setCurrentWidget(m_laboratory);
    m_stage->setFocus(Qt::OtherFocusReason);
    for (QAction* action : m_actions.laboratory())
        action->setEnabled(true);
    adaptActions();
    showTitle();
}

bool MainWindow::isGalleryShown() const
{
    return m_gallery && m_pages->currentWidget() == m_gallery;
}

// Everything but the presentation leaves the screen; the window is as it was afterwards.
void MainWindow::present(bool on)
{
    m_actions.presenter->setChecked(on);
    if (on == (m_presenter != nullptr))
        return;
    if (on) {
        m_presenter = new PresenterView(m_scene, m_look, m_cursor, *m_vitals, m_pages);
        m_presenter->setControls({m_actions.first, m_actions.previous, m_actions.runOrPause, m_actions.next,
                                  m_actions.last, m_actions.presenter});
        m_presenter->addActions(m_stage->choiceActions());
        m_presenter->setTheme(m_themes.theme());
        connect(&m_themes, &ThemeControl::themeChanged, m_presenter, &PresenterView::setTheme);
        connect(m_presenter, &PresenterView::leaveRequested, this, [this] { present(false); });
        m_pages->addWidget(m_presenter);
        m_pages->setCurrentWidget(m_presenter);
        m_stateBefore = windowState();
        showPresentation();
    } else {
        m_presenter->deleteLater();
        m_presenter = nullptr;
        m_pages->setCurrentWidget(m_laboratory);
        m_stage->setFocus(Qt::OtherFocusReason);
    }
    menuBar()->setVisible(!on);
    setWindowState(on ? windowState() | Qt::WindowFullScreen : m_stateBefore);
}

void MainWindow::showPresentation()
{
    if (!m_presenter)
        return;
    m_presenter->setTitle(experimentTitle(), QString::fromStdString(m_session.experiment().question),
                          chainName(m_session, m_scene.chain()));
    m_presenter->setMarks(markCollapse(m_session.history(), m_scene.chain()));
    m_presenter->update();
}

QString MainWindow::experimentTitle() const
{
    const std::string& title = m_session.experiment().title;
    return title.empty() ? tr("Untitled experiment") : QString::fromStdString(title);
}

void MainWindow::remember(const QString& path)
{
    if (!path.isEmpty())
        m_recents.add(path, QString::fromStdString(m_session.experiment().title));
}

// A run is offered again as soon as it has something to show.
void MainWindow::rememberRun()
{
    const QString path = m_session.recordingPath();
    if (!m_session.isRunning() || path == m_remembered || m_session.history().isEmpty())
        return;
    m_remembered = path;
    remember(path);
}

// Of the recordings that nobody asked for, the newest stay, and all that the gallery offers.
void MainWindow::tidyRecordings() const
{
    const QString own = m_session.recordingPath();
    if (!isRecording(own))
        return;
    QStringList kept{own};
    for (const RecentSession& entry : m_recents.list())
        kept << entry.path;
    pruneRecordings(QFileInfo(own).absolutePath(), kept);
}

void MainWindow::nameFile(const QString& path)
{
    m_file = path;
    m_linksInFile = path.isEmpty() ? 0 : generationsIn(path);
    showTitle();
}

// The star says that the file which the user named lacks generations that the recording has.
void MainWindow::showTitle()
{
    if (isGalleryShown()) {
        setWindowModified(false);
        setWindowTitle(tr("Hareloom"));
        return;
    }
    const QString name =
        m_file.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(QFileInfo(m_file).fileName());
    setWindowTitle(tr("%1%2[*] – Hareloom").arg(experimentTitle(), name));
    setWindowModified(!m_file.isEmpty() && m_session.history().size() > m_linksInFile);
}

} // namespace hareloom::ui
