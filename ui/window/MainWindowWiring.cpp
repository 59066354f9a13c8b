// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: who hears whom.
#include "ui/window/MainWindow.h"

#include "ui/lesson/LessonPlayer.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/presets/PresetList.h"
#include "ui/stage/StageView.h"
#include "ui/window/AddressController.h"
#include "ui/window/BranchController.h"
#include "ui/window/CatalogueController.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/CopyController.h"
#include "ui/window/ExportController.h"
#include "ui/window/FileController.h"
#include "ui/window/GalleryController.h"
#include "ui/window/Laboratory.h"
#include "ui/window/LessonController.h"
#include "ui/window/MechanismController.h"
#include "ui/window/MessageBar.h"
#include "ui/window/PickController.h"
#include "ui/window/PlaybackController.h"
#include "ui/window/PresenterController.h"
#include "ui/window/RecipeController.h"
#include "ui/window/SaveController.h"
#include "ui/window/SweepController.h"
#include "ui/window/TeacherController.h"
#include "ui/window/Transport.h"
#include "ui/window/ViewController.h"
#include "ui/window/VitalsController.h"

#include <QAction>

namespace hareloom::ui {

void MainWindow::connectSession()
{
    StatusStrip* status = &m_laboratory->status();
    connect(&m_session, &LabSession::experimentChanged, this, [this, status] {
        const Experiment& experiment = m_session.experiment();
        m_messages->dismiss();
        m_offers->dismiss();
        m_laboratory->header().setExperiment(experiment, m_files->presetOnBench());
        m_laboratory->rail().setFamily(QString::fromStdString(experiment.family));
        m_laboratory->transport().setSeed(experiment.seed);
        status->refresh();
        showLaboratory();
    });
    connect(&m_session, &LabSession::generationsReady, m_presenter, &PresenterController::refresh);
    connect(&m_session, &LabSession::generationsReady, this, &MainWindow::adaptActions);
    connect(&m_session, &LabSession::generationsReady, this, &MainWindow::showTitle);
    connect(&m_session, &LabSession::stateChanged, this, &MainWindow::adaptActions);
    connect(&m_session, &LabSession::stateChanged, this, &MainWindow::showTitle);
    connect(&m_session, &LabSession::stateChanged, status, &StatusStrip::refresh);
    connect(&m_session, &LabSession::progressChanged, status, &StatusStrip::refresh);
    connect(&m_session, &LabSession::progressChanged, m_presenter, &PresenterController::refresh);
    connect(&m_session, &LabSession::stateChanged, m_presenter, &PresenterController::refresh);
    connect(&m_session, &LabSession::failed, this, &MainWindow::say);
    connect(&m_session, &LabSession::noted, this, &MainWindow::say);
    connect(&cursor(), &GenerationCursor::standingChanged, this, &MainWindow::adaptActions);
    connect(&cursor(), &GenerationCursor::standingChanged, status,
            [this, status] { status->setPlaying(cursor().isMoving()); });
}

void MainWindow::connectPages()
{
    const Actions& a = m_actions;
    connect(a.gallery, &QAction::triggered, this, &MainWindow::showGallery);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    const auto runPreset = [this](const QString& id) {
        if (m_files->openPreset(id))
            run();
    };
    connect(m_gallery, &GalleryController::presetChosen, this, runPreset);
    connect(m_gallery, &GalleryController::sessionChosen, m_files, &FileController::openFile);
    connect(m_gallery, &GalleryController::continueRequested, this, &MainWindow::showLaboratory);
    connect(&m_laboratory->header(), &Header::presetChosen, this, runPreset);
    connect(&m_laboratory->rail(), &FamilyRail::familyChosen, this, [this](const QString& family) {
        const QString preset = usualPreset(family);
        if (!preset.isEmpty() && family.toStdString() != m_session.experiment().family)
            m_files->openPreset(preset);
    });
    connect(&m_laboratory->stage(), &StageView::runRequested, this, &MainWindow::run);
    connect(&m_laboratory->transport(), &Transport::speedChanged, &cursor(), &GenerationCursor::setSpeed);
    connect(&m_laboratory->transport(), &Transport::seedEntered, m_recipes, &RecipeController::runWithSeed);
}

// Whatever a controller has to say stands in one place.
void MainWindow::connectWhatIsSaid()
{
    connect(m_view, &ViewController::said, this, &MainWindow::say);
    connect(m_files, &FileController::said, this, &MainWindow::say);
    connect(m_files, &FileController::hinted, m_offers, &MessageBar::offer);
    connect(m_files, &FileController::draggedOver, this, [this](bool isThere) {
        if (isThere)
            m_offers->offer(tr("Let go to open it: a table, a text, images, a session or an experiment."),
                            {});
        else
            m_offers->dismiss();
    });
    connect(m_addresses, &AddressController::said, this, &MainWindow::say);
    connect(m_copies, &CopyController::said, this, &MainWindow::say);
    connect(m_copies, &CopyController::hinted, m_offers, &MessageBar::offer);
    connect(m_saves, &SaveController::said, this, &MainWindow::say);
    connect(m_comparing, &ComparisonController::said, this, &MainWindow::say);
    connect(m_comparing, &ComparisonController::hinted, this,
            [this](const QString& sentence, const QList<QAction*>& remedies) {
                if (!m_presenter->isOn()) // a slide is no place for it
                    m_offers->offer(sentence, remedies);
            });
    connect(m_recipes, &RecipeController::said, this, &MainWindow::say);
    connect(m_branches, &BranchController::said, this, &MainWindow::say);
    connect(m_picks, &PickController::said, this, &MainWindow::say);
    connect(m_branches, &BranchController::withdrawn, this, [this](const QString& sentence) {
        if (message() == sentence)
            m_messages->dismiss();
    });
    connect(m_mechanism, &MechanismController::said, this, &MainWindow::say);
    connect(m_lessons, &LessonController::said, this, &MainWindow::say);
}

void MainWindow::connectRuns()
{
    connect(m_playback, &PlaybackController::runRequested, this, &MainWindow::run);
    connect(m_sweeps, &SweepController::runRequested, this, &MainWindow::run);
    connect(m_addresses, &AddressController::runRequested, this, &MainWindow::run);
    connect(m_catalogue, &CatalogueController::runRequested, this, &MainWindow::run);
    connect(m_recipes, &RecipeController::runRequested, m_playback, &PlaybackController::run);
    connect(m_recipes, &RecipeController::rerunRequested, m_playback, &PlaybackController::rerun);
    connect(m_lessons, &LessonController::runRequested, m_playback, &PlaybackController::run);
    connect(m_picks, &PickController::learning, this, [this](int generation) { cursor().show(generation); });
    connect(m_branches, &BranchController::branched, this, [this](std::size_t variant, int at) {
        m_comparing->compareVariants(variant);
        cursor().show(at - 1); // where both lines part
        m_playback->run();
    });
}

void MainWindow::connectFiles()
{
    connect(m_files, &FileController::sessionOpened, this, [this](const QString& path) {
        cursor().show(0);
        m_saves->adopt(path);
    });
    connect(m_files, &FileController::comparisonRequested, m_comparing,
            [this](const QStringList& paths) { m_comparing->compareFiles(paths, false); });
    connect(m_files, &FileController::opened, m_comparing, [this] {
        if (opensCompared(m_files->presetOnBench()))
            m_comparing->compareVariants();
        else
            m_comparing->stop();
    });
    connect(m_files, &FileController::opened, m_sweeps, [this] { m_sweeps->takeUp(m_files->sweepFolder()); });
    connect(m_recipes, &RecipeController::dataRequested, m_files, &FileController::askForData);
    connect(m_saves, &SaveController::saved, m_lessons, &LessonController::keepBeside);
    connect(m_saves, &SaveController::named, this, &MainWindow::showTitle);
    connect(m_vitals, &VitalsController::copyRequested, m_exports, &ExportController::copyFigure);
    connect(m_vitals, &VitalsController::exportRequested, m_exports, &ExportController::exportChart);
    connect(m_vitals, &VitalsController::codeRequested, m_copies, [this](int as, const QString& metric) {
        m_copies->copy(static_cast<CopyAs>(as), metric.toStdString());
    });
}

void MainWindow::connectViews()
{
    connect(m_sweeps, &SweepController::shown, this, &MainWindow::adaptActions);
    connect(m_presenter, &PresenterController::windowPresented, m_sweeps, &SweepController::setPresented);
    connect(m_comparing, &ComparisonController::chainChosen, m_view, &ViewController::lookAt);
    connect(m_comparing, &ComparisonController::switched, this, [this](bool isOn) {
        if (isOn) {
            m_messages->dismiss();
            m_offers->dismiss();
        }
        m_view->adaptToComparison();
        m_recipes->setAvailable(!isOn); // there is no room for both; the recipe's button says which it is
        adaptActions();
    });
    connect(m_recipes, &RecipeController::variantMade, m_comparing, &ComparisonController::compareVariants);
    connect(m_recipes, &RecipeController::closed, &m_laboratory->stage(), qOverload<>(&QWidget::setFocus));
}

void MainWindow::connectLessons()
{
    connect(m_gallery, &GalleryController::lessonChosen, m_lessons, &LessonController::start);
    auto* teacher = new TeacherController(
        m_actions, m_themes,
        [this] { return m_lessons->isOn() ? m_lessons->player()->lesson().id : std::string(); }, *this);
    connect(teacher, &TeacherController::said, this, &MainWindow::say);
    connect(teacher, &TeacherController::opened, m_messages, &MessageBar::dismiss);
    connect(m_lessons, &LessonController::started, m_messages, &MessageBar::dismiss);
    connect(m_lessons, &LessonController::left, this, [this] {
        m_presenter->present(false);
        for (QAction* action : m_actions.lockedInLesson())
            action->setEnabled(true);
        adaptActions();
    });
    connect(m_lessons, &LessonController::started, m_mechanism, &MechanismController::forget);
    connect(m_lessons, &LessonController::started, this, &MainWindow::adaptActions);
    connect(m_lessons, &LessonController::started, this, &MainWindow::showLaboratory);
    connect(m_lessons, &LessonController::moreRequested, this, &MainWindow::showGallery);
}

} // namespace hareloom::ui
