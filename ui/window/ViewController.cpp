// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ViewController.h"

#include "ui/session/ChainName.h"
#include "ui/stage/StageLook.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/Laboratory.h"

#include <QAction>
#include <QActionGroup>

#include <algorithm>

namespace hareloom::ui {

ViewController::ViewController(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_fanTheory(parts.scene)
{
    m_parts.actions.stage = m_parts.laboratory.stage().actions();
    connectSession();
    connectCursor();
    connectControls();
    connectTheory();
}

void ViewController::connectSession()
{
    const LabSession* session = &m_parts.session;
    StageView* stage = &m_parts.laboratory.stage();
    connect(session, &LabSession::experimentChanged, this, &ViewController::showExperiment);
    connect(session, &LabSession::generationsReady, this, &ViewController::takeGenerations);
    // All chains at once grow also while the cursor rests.
    connect(session, &LabSession::generationsReady, stage, qOverload<>(&QWidget::update));
    connect(session, &LabSession::draftChanged, stage, qOverload<>(&QWidget::update));
    connect(session, &LabSession::stateChanged, stage, qOverload<>(&QWidget::update));
    connect(&m_realRows, &RealRows::failed, this, &ViewController::said);
    connect(&m_realRows, &RealRows::ready, this, &ViewController::takeRealData);
}

void ViewController::connectCursor()
{
    const GenerationCursor* cursor = &m_parts.cursor;
    VitalsColumn* vitals = &m_parts.laboratory.vitals();
    connect(cursor, &GenerationCursor::positionChanged, &m_parts.laboratory.stage(), &StageView::setPosition);
    connect(cursor, &GenerationCursor::positionChanged, vitals, &VitalsColumn::setPosition);
    connect(cursor, &GenerationCursor::shownChanged, vitals, &VitalsColumn::setShown);
    connect(cursor, &GenerationCursor::shownChanged, this,
            [this](int shown) { m_parts.scene.setGoal(shown); });
    connect(cursor, &GenerationCursor::futureHiddenChanged, vitals, &VitalsColumn::setFutureHidden);
    connect(cursor, &GenerationCursor::futureHiddenChanged, m_parts.comparison.view(),
            &CompareView::setFutureHidden);
    connect(m_parts.actions.pauseAtEvents, &QAction::toggled, this, &ViewController::adaptStops);
    connect(&m_parts.laboratory.story(), &ChainStory::changed, this, &ViewController::adaptStops);
}

// Where something is told of the chain on the stage.
void ViewController::adaptStops()
{
    std::vector<int> stops;
    if (m_parts.actions.pauseAtEvents->isChecked())
        for (const Event& event : m_parts.laboratory.story().events())
            stops.push_back(event.generation);
    m_parts.cursor.setStops(std::move(stops));
}

void ViewController::connectControls()
{
    const StageLook* look = &m_parts.look;
    const Actions& a = m_parts.actions;
    const Transport* transport = &m_parts.laboratory.transport();
    connect(transport, &Transport::chainChosen, this, &ViewController::chooseChain);
    connect(transport, &Transport::modeChosen, this, &ViewController::chooseMode);
    connect(&m_parts.laboratory.filmstrip(), &Filmstrip::chainChosen, this, &ViewController::lookAt);
    connect(a.lockAxes, &QAction::toggled, look, [this](bool on) { m_parts.look.setAxesLocked(on); });
    connect(a.logScale, &QAction::toggled, look, [this](bool on) { m_parts.look.setLogScale(on); });
    connect(look, &StageLook::changed, this, [this] {
        m_parts.actions.lockAxes->setChecked(m_parts.look.options().axesLocked);
        m_parts.actions.logScale->setChecked(m_parts.look.options().logScale);
    });
}

void ViewController::connectTheory()
{
    StageView* stage = &m_parts.laboratory.stage();
    const Transport* transport = &m_parts.laboratory.transport();
    const auto adapt = [this] { m_fanTheory.adapt(m_parts.look.options()); };
    connect(&m_parts.look, &StageLook::changed, &m_fanTheory, adapt);
    connect(transport, &Transport::chainChosen, &m_fanTheory, adapt, Qt::QueuedConnection);
    connect(&m_parts.session, &LabSession::generationsReady, &m_fanTheory, adapt);
    connect(&m_parts.session, &LabSession::experimentChanged, &m_fanTheory, &FanTheory::forget);
    connect(&m_fanTheory, &FanTheory::changed, stage, qOverload<>(&QWidget::update));
}

int ViewController::generationsToShow() const
{
    return m_parts.comparison.isOn() ? m_parts.comparison.longest()
                                     : m_parts.session.history().count(m_parts.scene.chain());
}

void ViewController::adaptToComparison()
{
    m_parts.cursor.setCount(generationsToShow());
    offerModes();
}

void ViewController::adaptActions()
{
    m_parts.actions.logScale->setEnabled(m_parts.scene.hasLogScale(m_parts.look.options()));
}

void ViewController::showExperiment()
{
    m_parts.scene.setRealData({});
    m_parts.scene.setChain(0); // before the cursor moves: the old stage's generations are gone
    m_parts.comparison.renew();
    m_parts.cursor.setCount(0);
    m_realRows.load(m_parts.session, 0);
    showChains();
    m_parts.look.set(firstLook(m_parts.session.experiment()));
    offerModes();
    m_parts.laboratory.vitals().setChain(0);
    m_parts.laboratory.vitals().reload();
    m_parts.laboratory.story().setChain(0);
    m_parts.laboratory.filmstrip().setMarks(MarkedGenerations());
    showForks();
    planFilmstrip(0);
}

void ViewController::showChains()
{
    const LabSession& session = m_parts.session;
    QStringList names;
    const auto all = session.experiment().chains * static_cast<std::int64_t>(session.variants().size());
    for (std::int64_t chain = 0; chain < all; ++chain)
        names << chainName(session, static_cast<ChainIndex>(chain));
    const bool hasVariants = session.variants().size() > 1;
    m_parts.laboratory.transport().setChains(names,
                                             hasVariants ? static_cast<int>(session.experiment().chains) : 1);
}

void ViewController::takeGenerations()
{
    Laboratory& views = m_parts.laboratory;
    if (m_parts.scene.refresh()) {
        offerModes();
        views.filmstrip().clearThumbnails();
        views.stage().setPosition(m_parts.cursor.position());
    }
    m_parts.cursor.setCount(generationsToShow());
    if (m_parts.comparison.isOn())
        m_parts.comparison.refresh();
    if (modes() != m_offered)
        offerModes();
    views.vitals().refresh();
    views.story().refresh();
    views.filmstrip().setMarks(views.story().marks());
    showForks();
}

void ViewController::showForks()
{
    m_parts.laboratory.filmstrip().setForks(FilmstripForks(m_parts.session, m_parts.scene.chain()));
}

void ViewController::takeRealData(const RealData& real)
{
    if (real.areOthers)
        Q_EMIT said(otherDataText(m_parts.session.experimentOf(m_parts.scene.chain()).source.path));
    m_parts.scene.setRealData(real);
    m_parts.laboratory.vitals().setVariables(real.variableNames);
    m_parts.laboratory.story().setNames(real.names);
    m_parts.laboratory.stage().update();
    m_parts.laboratory.filmstrip().clearThumbnails();
}

QStringList ViewController::modes() const
{
    return m_parts.comparison.isOn() ? m_parts.comparison.modes() : m_parts.scene.modes();
}

void ViewController::offerModes()
{
    const QStringList names = m_offered = modes();
    const int chosen = m_parts.look.options().mode;
    m_parts.laboratory.transport().setModes(names, chosen);
    QActionGroup* modes = m_parts.actions.modes;
    for (QAction* old : modes->actions())
        delete old;
    for (int mode = 0; mode < names.size(); ++mode) {
        QAction* action = modes->addAction(names[mode]);
        action->setCheckable(true);
        action->setChecked(mode == chosen);
        if (mode < 9)
            action->setShortcut(QKeySequence(Qt::Key_1 + mode));
        m_parts.laboratory.window()->addAction(action); // its key holds without the menu, too
        connect(action, &QAction::triggered, this, [this, mode] { chooseMode(mode); });
    }
    adaptActions();
}

void ViewController::chooseChain(int chain)
{
    const LabSession& session = m_parts.session;
    Laboratory& views = m_parts.laboratory;
    m_parts.comparison.stop();
    m_parts.scene.setRealData({});
    m_parts.scene.setChain(chain);
    m_realRows.load(session, chain);
    views.transport().setChain(chain);
    views.vitals().setChain(chain);
    views.filmstrip().clearThumbnails();
    planFilmstrip(chain);
    m_parts.cursor.setCount(session.history().count(chain));
    views.story().setChain(chain);
    views.filmstrip().setMarks(views.story().marks());
    showForks();
    views.stage().update();
}

void ViewController::lookAt(ChainIndex chain)
{
    const int shown = m_parts.cursor.shown();
    chooseChain(chain);
    m_parts.cursor.show(shown);
}

void ViewController::chooseMode(int mode)
{
    m_parts.look.setMode(mode);
    offerModes();
}

void ViewController::planFilmstrip(ChainIndex chain)
{
    m_parts.laboratory.filmstrip().setPlanned(
        static_cast<int>(m_parts.session.experimentOf(chain).generations) + 1);
}

} // namespace hareloom::ui
