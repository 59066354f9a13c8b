// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MainWindow.h"

#include "ui/families/Faces.h"
#include "ui/lesson/LessonPanel.h"
#include "ui/paths/PathBytes.h"
#include "ui/recipe/RecipeDrawer.h"
#include "ui/stage/StageLook.h"
#include "ui/theme/Icons.h"
#include "ui/window/AddressController.h"
#include "ui/window/AppearanceController.h"
#include "ui/window/BranchController.h"
#include "ui/window/CatalogueController.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/ComparisonMenu.h"
#include "ui/window/CopyController.h"
#include "ui/window/ExperimentTitle.h"
#include "ui/window/ExportController.h"
#include "ui/window/FileController.h"
#include "ui/window/FilmController.h"
#include "ui/window/GalleryController.h"
#include "ui/window/HelpController.h"
#include "ui/window/Laboratory.h"
#include "ui/window/LessonController.h"
#include "ui/window/MechanismController.h"
#include "ui/window/MessageBar.h"
#include "ui/window/OrderController.h"
#include "ui/window/PageController.h"
#include "ui/window/PickController.h"
#include "ui/window/PlaybackController.h"
#include "ui/window/PresenterController.h"
#include "ui/window/RecipeController.h"
#include "ui/window/RunGuard.h"
#include "ui/window/SaveController.h"
#include "ui/window/SpaceGuard.h"
#include "ui/window/SweepController.h"
#include "ui/window/ViewController.h"
#include "ui/window/VitalsController.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

namespace hareloom::ui {

namespace {

constexpr auto kGeometryKey = "window/geometry";
constexpr QSize kFirstSize(1280, 720), kFrame(16, 48); // and what a window manager puts round it

// What went wrong is said above whichever page is shown.
QWidget* makeCentre(MessageBar* messages, QStackedWidget* pages, QWidget* window)
{
    auto* centre = new QWidget(window);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* above = new QHBoxLayout;
    above->setContentsMargins(kGrid, 0, kGrid, 0);
    above->addWidget(messages);
    column->addLayout(above);
    column->addWidget(pages, 1);
    return centre;
}

} // namespace

MainWindow::MainWindow(ThemeControl& themes, LanguageControl* languages)
    : MainWindow(themes, languages, std::make_unique<LabSession>())
{
}

MainWindow::MainWindow(ThemeControl& themes, LanguageControl* languages, WindowPlace place)
    : MainWindow(themes, languages, std::move(place.session))
{
    settleIn(place);
}

MainWindow::MainWindow(ThemeControl& themes, LanguageControl* languages, std::unique_ptr<LabSession> session)
    : WindowParts(*this, themes, std::move(session))
{
    setWindowTitle(QStringLiteral("Hareloom"));
    setWindowIcon(appIcon());
    new SpaceGuard(this);
    m_actions.fillMenuBar(menuBar());
    m_laboratory->header().setWayBack(m_actions.sweep);
    m_laboratory->addBeside(&m_recipes->drawer());
    m_laboratory->addComparison(m_comparing->view());
    auto* runs = new ComparisonMenu(m_session, m_saves->recents(), m_actions, this);
    connect(runs, &ComparisonMenu::sessionChosen, m_comparing,
            [this](const QString& path) { m_comparing->compareFiles({path}, true); });
    m_comparing->view()->setRuns(runs);
    m_laboratory->transport().setRuns(runs);
    m_comparing->setReplaced({&m_laboratory->stage(), &m_laboratory->vitals(), &m_laboratory->strip()},
                             &m_laboratory->filmstrip());
    m_pages->addWidget(m_laboratory);
    setCentralWidget(makeCentre(m_messages, m_pages, this));
    m_offers->floatOver(*m_pages);
    connectSession();
    connectPages();
    connectWhatIsSaid();
    connectRuns();
    connectFiles();
    connectViews();
    connectLessons();
    new AppearanceController(themes, languages, m_actions, *this);
    new PageController({m_session, cursor(), m_scene, *m_comparing, *this}, m_actions);
    auto* help = new HelpController({m_actions, *m_pages, *m_laboratory, m_recipes->drawer(),
                                     *m_comparing->view(), m_lessons->panel(), *this, m_session});
    connect(help, &HelpController::presetChosen, m_gallery,
            &GalleryController::presetChosen); // it runs there, too
    connect(&themes, &ThemeControl::themeChanged, this, &MainWindow::applyTheme);
    applyTheme(themes.theme());
    m_laboratory->layout()
        ->activate(); // behind the gallery nobody else does, and it would count what is hidden
    resize(kFirstSize);
    m_isAsLeft = restoreGeometry(QSettings().value(kGeometryKey).toByteArray());
    m_laboratory->stage().setFocus();
}

WindowPlace MainWindow::leave()
{
    WindowPlace place;
    place.preset = m_files->presetOnBench();
    place.sweepFolder = m_files->sweepFolder();
    place.file = m_saves->file();
    place.draft = m_recipes->recipe().draft();
    place.shown = cursor().shown();
    place.isFollowing = cursor().isFollowing();
    place.chain = m_scene.chain();
    place.look = m_look.options();
    place.isGallery = isGalleryShown();
    place.isSweep = m_sweeps->isShown();
    place.isCompared = m_comparing->isOn();
    place.geometry = saveGeometry();
    place.lesson = m_lessons->standing();
    m_session.disconnect();
    place.session = std::move(m_bench);
    return place;
}

// The bench has nothing new to tell, so that it tells again what it has.
void MainWindow::settleIn(const WindowPlace& place)
{
    Q_EMIT m_session.experimentChanged();
    Q_EMIT m_session.generationsReady();
    Q_EMIT m_session.stateChanged(m_session.state());
    Q_EMIT m_session.progressChanged();
    m_files->adopt(place.preset, place.sweepFolder);
    if (!place.file.isEmpty())
        m_saves->adopt(place.file);
    if (m_session.experiment().sweep)
        m_sweeps->takeUp(place.sweepFolder);
    if (!isSameRecipe(place.draft, m_session.experiment()))
        m_recipes->recipe().change(place.draft, tr("The recipe as it was"));
    m_view->lookAt(place.chain);
    m_look.set(place.look);
    if (place.isCompared)
        m_comparing->compare();
    cursor().show(place.shown);
    if (place.isFollowing)
        cursor().follow();
    if (place.isGallery)
        showGallery();
    else if (!place.isSweep)
        showLaboratory();
    if (place.lesson.isOn) // first: it needs less room than the laboratory
        m_lessons->resume(place.lesson);
    restoreGeometry(place.geometry);
}

bool MainWindow::open(const QString& what)
{
    return m_files->open(what);
}

void MainWindow::run()
{
    if (m_sweeps->isShown())
        return m_sweeps->run();
    if (m_recipes->settle())
        m_playback->run();
}

// A projector has 720 lines, and the desktop's bars and the window's frame take some of them.
void MainWindow::showFirst()
{
    const QSize desk = screen()->availableSize();
    const bool hasRoom = desk.width() >= kFirstSize.width() + kFrame.width() &&
                         desk.height() >= kFirstSize.height() + kFrame.height();
    if (!m_isAsLeft && !hasRoom) {
        resize(
            kFirstSize.boundedTo(desk)); // where nothing manages windows, none is made as large as the screen
        setWindowState(windowState() | Qt::WindowMaximized);
    }
    show();
}

void MainWindow::showGallery()
{
    m_presenter->present(false);
    m_gallery->show();
    adaptActions();
    showTitle();
}

void MainWindow::showLaboratory()
{
    const bool wasElsewhere = isGalleryShown() || m_sweeps->isShown();
    m_presenter->refresh();
    m_gallery->leave();
    if (m_sweeps->isShown()) {
        m_presenter->present(false);
        m_pages->setCurrentWidget(m_laboratory);
    }
    if (!wasElsewhere)
        return;
    if (!m_comparing->isOn()) // it has the keyboard
        m_laboratory->stage().setFocus(Qt::OtherFocusReason);
    for (QAction* action : m_actions.laboratory())
        action->setEnabled(true);
    adaptActions();
    showTitle();
}

void MainWindow::lookAt(ChainIndex chain, const StageOptions& options, const RealData& real)
{
    m_view->lookAt(chain);
    m_view->takeRealData(real);
    m_look.set(options);
}

bool MainWindow::isLaboratoryShown() const
{
    return m_pages->currentWidget() == m_laboratory;
}

bool MainWindow::isGalleryShown() const
{
    return m_gallery->isShown();
}

void MainWindow::say(const QString& sentence)
{
    m_messages->say(sentence);
}

QString MainWindow::message() const
{
    return m_messages->text();
}

void MainWindow::applyTheme(const Theme& theme)
{
    m_actions.setTheme(theme);
    m_messages->setTheme(theme);
    m_offers->setTheme(theme);
    m_laboratory->setTheme(theme);
    m_vitals->setTheme(theme);
    m_comparing->setTheme(theme);
    m_sweeps->setTheme(theme);
    m_recipes->setTheme(theme);
    m_branches->setTheme(theme);
    m_picks->setTheme(theme);
    m_lessons->setTheme(theme);
    adaptActions();
}

void MainWindow::adaptActions()
{
    m_actions.adapt(m_session.state(), m_view->generationsToShow() > 0, cursor().isMoving(),
                    cursor().isAtEnd());
    m_view->adaptActions();
    m_mechanism->adaptAction();
    m_branches->adaptAction();
    m_picks->adaptAction();
    m_comparing->adaptActions();
    if (isGalleryShown() || m_sweeps->isShown())
        for (QAction* action : m_actions.laboratory())
            action->setEnabled(false);
    for (QAction* action : {m_actions.presenter, m_actions.presentFirst})
        if (m_sweeps->isShown())
            action->setEnabled(true);
    const bool isInLesson = m_lessons->isOn();
    for (QAction* action : m_actions.lockedInLesson())
        if (isInLesson)
            action->setEnabled(false);
}

// The star says that the file which the user named lacks generations that the recording has.
void MainWindow::showTitle()
{
    if (isGalleryShown()) {
        setWindowModified(false);
        setWindowTitle(tr("Hareloom"));
        return;
    }
    const QString file = m_saves->file();
    const QString name =
        file.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(shownPath(QFileInfo(file).fileName()));
    setWindowTitle(tr("%1%2[*] – Hareloom").arg(experimentTitle(m_session.experiment()), name));
    setWindowModified(m_saves->isModified());
}

// The run ends with the window; what is finished is in its recording.
void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_films->mayEnd()) {
        event->ignore();
        return;
    }
    QSettings().setValue(kGeometryKey, saveGeometry());
    m_session.stop();
    event->accept();
}

} // namespace hareloom::ui
