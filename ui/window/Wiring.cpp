// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/PresetList.h"
#include "ui/recipe/Recipe.h"
#include "ui/session/ChainName.h"
#include "ui/window/Comparing.h"
#include "ui/window/FamilyRail.h"
#include "ui/window/Header.h"
#include "ui/window/Help.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/Transport.h"

#include <nlohmann/json.hpp>

#include <QAction>
#include <QActionGroup>
#include <QRandomGenerator>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::uint32_t kShuffledSeeds = 100'000; // short enough to be read out and typed again

} // namespace

void MainWindow::connectSession()
{
    connect(&m_session, &LabSession::experimentChanged, this, &MainWindow::showExperiment);
    connect(&m_session, &LabSession::generationsReady, this, &MainWindow::takeGenerations);
    connect(&m_session, &LabSession::progressChanged, m_status, &StatusStrip::refresh);
    connect(&m_session, &LabSession::draftChanged, m_stage, qOverload<>(&QWidget::update));
    connect(&m_session, &LabSession::failed, this, &MainWindow::say);
    connect(&m_session, &LabSession::stateChanged, this, [this] {
        adaptActions();
        m_status->refresh();
        m_stage->update();
    });
    connect(&m_realRows, &RealRows::failed, this, &MainWindow::say);
    connect(&m_realRows, &RealRows::ready, this, [this](const RealData& real) {
        m_scene.setRealData(real);
        m_vitals->setVariables(real.variableNames);
        m_stage->update();
        m_filmstrip->clearThumbnails();
    });
}

void MainWindow::connectPlayback()
{
    connect(&m_cursor, &GenerationCursor::positionChanged, m_stage, &StageView::setPosition);
    connect(&m_cursor, &GenerationCursor::positionChanged, m_vitals, &VitalsColumn::setPosition);
    connect(&m_cursor, &GenerationCursor::shownChanged, m_vitals, &VitalsColumn::setShown);
    connect(&m_cursor, &GenerationCursor::shownChanged, this, [this](int shown) { m_scene.setGoal(shown); });
    connect(&m_cursor, &GenerationCursor::standingChanged, this, &MainWindow::adaptActions);
    connect(&m_cursor, &GenerationCursor::standingChanged, m_status,
            [this] { m_status->setPlaying(m_cursor.isMoving()); });
}

void MainWindow::connectControls()
{
    connect(m_header, &Header::presetChosen, this, [this](const QString& id) {
        if (openPreset(id))
            run();
    });
    connect(m_rail, &FamilyRail::familyChosen, this, [this](const QString& family) {
        const QString preset = usualPreset(family);
        if (!preset.isEmpty() && family.toStdString() != m_session.experiment().family)
            openPreset(preset);
    });
    connect(m_transport, &Transport::speedChanged, &m_cursor, &GenerationCursor::setSpeed);
    connect(m_transport, &Transport::seedEntered, this, &MainWindow::runWithSeed);
    connect(m_transport, &Transport::chainChosen, this, &MainWindow::chooseChain);
    connect(m_transport, &Transport::modeChosen, this, &MainWindow::chooseMode);
    connect(m_stage, &StageView::runRequested, this, &MainWindow::run);
}

void MainWindow::connectActions()
{
    const Actions& a = m_actions;
    connect(a.runOrPause, &QAction::triggered, this, &MainWindow::runOrPause);
    connect(a.run, &QAction::triggered, this, &MainWindow::runRecipe);
    connect(a.step, &QAction::triggered, this, [this] {
        m_session.step();
        m_cursor.follow();
    });
    connect(a.stop, &QAction::triggered, &m_session, &LabSession::stop);
    connect(a.reset, &QAction::triggered, this, &MainWindow::resetRun);
    connect(a.reshuffle, &QAction::triggered, this,
            [this] { runWithSeed(QRandomGenerator::global()->bounded(kShuffledSeeds)); });
    connect(a.playback, &QAction::triggered, this,
            [this] { m_cursor.isMoving() ? m_cursor.pause() : m_cursor.play(); });
    connect(a.loop, &QAction::toggled, &m_cursor, &GenerationCursor::setLoops);
    connect(a.loopFrom, &QAction::triggered, this, [this] {
        const int shown = m_cursor.shown(), last = m_cursor.rangeLast();
        m_cursor.setRange(shown, last > shown ? last : m_cursor.count() - 1);
    });
    connect(a.loopTo, &QAction::triggered, this, [this] {
        const int shown = m_cursor.shown(), first = m_cursor.rangeFirst();
        m_cursor.setRange(first < shown ? first : 0, shown);
    });
    connect(a.loopAll, &QAction::triggered, &m_cursor, &GenerationCursor::clearRange);
    connect(a.previous, &QAction::triggered, this, [this] { m_cursor.stepBy(-1); });
    connect(a.next, &QAction::triggered, this, [this] { m_cursor.stepBy(1); });
    connect(a.first, &QAction::triggered, this, [this] { m_cursor.show(0); });
    connect(a.last, &QAction::triggered, this, [this] { m_cursor.show(m_cursor.count() - 1); });
    connect(a.help, &QAction::triggered, this, [this] { showHelp(this); });
    connect(a.about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectViewActions()
{
    const Actions& a = m_actions;
    connect(a.lockAxes, &QAction::toggled, &m_look, &StageLook::setAxesLocked);
    connect(a.logScale, &QAction::toggled, &m_look, &StageLook::setLogScale);
    connect(&m_look, &StageLook::changed, this, [this] {
        m_actions.lockAxes->setChecked(m_look.options().axesLocked);
        m_actions.logScale->setChecked(m_look.options().logScale);
    });
    connect(a.reducedMotion, &QAction::toggled, &m_cursor, &GenerationCursor::setReducedMotion);
    connect(a.fullScreen, &QAction::toggled, this, [this](bool on) {
        setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    const auto themes = a.themes->actions();
    themes[static_cast<int>(m_themes.choice())]->setChecked(true);
    connect(a.themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_themes.choose(static_cast<ThemeChoice>(action->data().toInt()));
    });
}

void MainWindow::showExperiment()
{
    const Experiment& experiment = m_session.experiment();
    m_messages->dismiss();
    m_scene.setRealData({});
    m_scene.setChain(0); // before the cursor moves: the old stage's generations are gone
    m_comparing->stop();
    m_cursor.setCount(0);
    m_realRows.load(m_session.experimentOf(0), 0);
    const bool isPreset = isPresetRun(m_presetId, experiment);
    m_header->setExperiment(experiment, isPreset ? m_presetId : QString());
    m_rail->setFamily(QString::fromStdString(experiment.family));
    m_transport->setSeed(experiment.seed);
    QStringList chains;
    const auto all = experiment.chains * static_cast<std::int64_t>(m_session.variants().size());
    for (std::int64_t chain = 0; chain < all; ++chain)
        chains << chainName(m_session, static_cast<ChainIndex>(chain));
    m_transport->setChains(chains);
    StageOptions options;
    options.logScale =
        experiment.source.kind == "zipf"; // a power law is all tail: linear bars would show none of it
    m_look.set(options);
    offerModes();
    m_vitals->setChain(0);
    m_vitals->reload();
    m_filmstrip->setMarks({});
    m_filmstrip->setPlanned(static_cast<int>(m_session.experimentOf(0).generations) + 1);
    m_status->refresh();
}

void MainWindow::takeGenerations()
{
    if (m_scene.refresh()) {
        offerModes();
        m_filmstrip->clearThumbnails();
        m_stage->setPosition(m_cursor.position());
    }
    m_cursor.setCount(generationsToShow());
    if (m_comparing->isOn())
        m_comparing->refresh();
    m_vitals->refresh();
    m_filmstrip->setMarks(markCollapse(m_session.history(), m_scene.chain()));
    showPresentation();
    showTitle();
    adaptActions();
}

void MainWindow::offerModes()
{
    const QStringList names = m_scene.modes();
    m_transport->setModes(names, m_look.options().mode);
    for (QAction* old : m_actions.modes->actions())
        delete old;
    for (int mode = 0; mode < names.size(); ++mode) {
        QAction* action = m_actions.modes->addAction(names[mode]);
        action->setCheckable(true);
        action->setChecked(mode == m_look.options().mode);
        connect(action, &QAction::triggered, this, [this, mode] { chooseMode(mode); });
    }
    m_actions.logScale->setEnabled(m_scene.hasLogScale(m_look.options()));
}

void MainWindow::chooseChain(int chain)
{
    m_comparing->stop();
    m_scene.setRealData({});
    m_scene.setChain(chain);
    m_realRows.load(m_session.experimentOf(chain),
                    static_cast<int>(chain % std::max<std::int64_t>(1, m_session.experiment().chains)));
    m_transport->setChain(chain);
    m_vitals->setChain(chain);
    m_filmstrip->clearThumbnails();
    m_filmstrip->setPlanned(static_cast<int>(m_session.experimentOf(chain).generations) + 1);
    m_cursor.setCount(m_session.history().count(chain));
    m_filmstrip->setMarks(markCollapse(m_session.history(), chain));
    m_stage->update();
}

void MainWindow::chooseMode(int mode)
{
    m_look.setMode(mode);
    offerModes();
}

void MainWindow::run()
{
    if (m_recipeTimer->isActive() && !takeRecipe())
        return;
    m_session.start();
    m_cursor.follow();
}

void MainWindow::runOrPause()
{
    if (m_session.isRunning()) {
        m_session.pause();
        m_cursor.pause();
    } else if (m_session.state() != RunState::Finished)
        run();
    else if (m_cursor.isMoving())
        m_cursor.pause();
    else
        m_cursor.play();
}

void MainWindow::runWithSeed(std::uint64_t seed)
{
    const auto taken = m_recipe->set(*findField("seed"), seed);
    if (taken) {
        runRecipe();
        return;
    }
    say(QString::fromStdString(taken.error().message));
}

void MainWindow::say(const QString& sentence)
{
    m_messages->say(sentence);
}

} // namespace hareloom::ui
