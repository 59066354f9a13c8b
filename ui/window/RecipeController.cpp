// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/RecipeController.h"

#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Variants.h"
#include "ui/language/EngineSentence.h"
#include "ui/recipe/RecipeDrawer.h"
#include "ui/stage/StageScene.h"
#include "ui/window/Actions.h"
#include "ui/window/FileQuestions.h"
#include "ui/window/LiveRuns.h"
#include "ui/window/MakeRoom.h"

#include <nlohmann/json.hpp>

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSettings>
#include <QSlider>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr auto kOpenKey = "recipe/open";
constexpr int kSettleMs = 300;                    // until what is typed is put on the bench
constexpr std::uint32_t kShuffledSeeds = 100'000; // short enough to be read out and typed again

// A relative path starts at the experiment's own folder, which will be another.
Experiment withWholePath(Experiment experiment)
{
    if (!experiment.source.path.empty() && !experiment.baseFolder.empty() &&
        QFileInfo(QString::fromStdString(experiment.source.path)).isRelative())
        experiment.source.path = experiment.baseFolder + '/' + experiment.source.path;
    return experiment;
}

} // namespace

RecipeController::RecipeController(const Parts& parts)
    : QObject(&parts.window),
      m_session(parts.session),
      m_scene(parts.scene),
      m_actions(parts.actions),
      m_window(parts.window),
      m_drawer(new RecipeDrawer(m_recipe, &parts.page)),
      m_room(new MakeRoom(parts.window, *m_drawer, parts.vitals)),
      m_live(new LiveRuns(parts.session, parts.cursor, [this] { return take(); }, this))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettleMs);
    m_recipe.load(m_session.experiment());
    connectBench();
    connectDrawer();
    connectActions();
}

// The stack says that it is empty when it goes, and the actions are gone by then.
RecipeController::~RecipeController()
{
    m_recipe.undoStack()->disconnect(this);
}

void RecipeController::connectBench()
{
    connect(&m_settling, &QTimer::timeout, this, &RecipeController::take);
    connect(&m_recipe, &Recipe::changed, this, &RecipeController::adapt);
    connect(&m_session, &LabSession::stateChanged, this, &RecipeController::adapt);
    connect(&m_session, &LabSession::experimentChanged, this, [this] {
        if (!m_isTaking)
            m_recipe.load(m_session.experiment());
        adapt();
    });
    connect(m_live, &LiveRuns::rerunRequested, this, &RecipeController::rerunRequested);
    connect(&m_forecast, &Forecast::ready, m_drawer, &RecipeDrawer::setForecast);
    connect(&m_forecast, &Forecast::refused, m_drawer, &RecipeDrawer::setRefusal);
}

void RecipeController::connectDrawer()
{
    connect(m_drawer, &RecipeDrawer::runRequested, this, &RecipeController::runRecipe);
    connect(m_drawer, &RecipeDrawer::besideRequested, this, &RecipeController::runBeside);
    connect(m_drawer, &RecipeDrawer::dataRequested, this, &RecipeController::dataRequested);
    connect(m_drawer, &RecipeDrawer::closeRequested, this, [this] {
        m_actions.recipe->setChecked(false);
        Q_EMIT closed();
    });
    const bool isOpen = QSettings().value(kOpenKey, false).toBool();
    if (isOpen)
        m_room->open();
    m_drawer->setVisible(isOpen);
    m_actions.recipe->setChecked(isOpen);
    connect(m_actions.recipe, &QAction::toggled, this, &RecipeController::show);
}

void RecipeController::connectActions()
{
    const Actions& a = m_actions;
    QUndoStack* stack = m_recipe.undoStack();
    connect(a.undo, &QAction::triggered, this, [this, stack] {
        m_recipe.endTyping();
        stack->undo();
    });
    connect(a.redo, &QAction::triggered, stack, &QUndoStack::redo);
    connect(stack, &QUndoStack::indexChanged, this, &RecipeController::adaptUndo);
    adaptUndo();
    connect(a.run, &QAction::triggered, this, &RecipeController::runRecipe);
    connect(a.reset, &QAction::triggered, this, &RecipeController::reset);
    connect(a.reshuffle, &QAction::triggered, this,
            [this] { runWithSeed(QRandomGenerator::global()->bounded(kShuffledSeeds)); });
    connect(a.saveExperiment, &QAction::triggered, this, &RecipeController::saveExperiment);
}

void RecipeController::setTheme(const Theme& theme)
{
    m_drawer->setTheme(theme);
}

void RecipeController::setAvailable(bool on)
{
    m_actions.recipe->setEnabled(on);
    if (on && m_actions.recipe->isChecked())
        m_room->open();
    m_drawer->setVisible(on && m_actions.recipe->isChecked());
}

void RecipeController::show(bool open)
{
    if (open)
        m_room->open();
    QSettings().setValue(kOpenKey, open);
    m_drawer->setVisible(open);
    adapt();
    if (open)
        m_drawer->takeFocus();
    else
        Q_EMIT closed();
}

// Before a run a change shows at once; once there are generations, they keep the recipe that made them.
void RecipeController::adapt()
{
    const bool isPending = !isSameRecipe(m_recipe.draft(), m_session.experiment());
    const bool isFree = m_session.state() == RunState::Ready;
    m_drawer->setPending(isPending && !isFree);
    if (isPending && !isFree && isTurned() && m_live->isQuick() && m_recipe.fault().isEmpty())
        m_live->request();
    if (isPending && isFree && m_recipe.fault().isEmpty())
        m_settling.start();
    else
        m_settling.stop();
    m_forecast.stop();
    // A run under way would be measured with it.
    if (!m_drawer->isHidden() && !m_session.isRunning() && m_recipe.fault().isEmpty())
        m_forecast.measure(m_recipe.draft());
}

bool RecipeController::isTurned() const
{
    const auto* slider = qobject_cast<QSlider*>(QApplication::focusWidget());
    return slider && m_drawer->isAncestorOf(slider);
}

void RecipeController::adaptUndo()
{
    const QUndoStack* stack = m_recipe.undoStack();
    m_actions.undo->setEnabled(stack->canUndo());
    m_actions.redo->setEnabled(stack->canRedo());
    m_actions.undo->setText(stack->canUndo() ? tr("&Undo %1").arg(stack->undoText()) : tr("&Undo"));
    m_actions.redo->setText(stack->canRedo() ? tr("&Redo %1").arg(stack->redoText()) : tr("&Redo"));
}

bool RecipeController::settle()
{
    return !m_settling.isActive() || take();
}

// Puts the recipe on the bench. False when it cannot run, which is said.
bool RecipeController::take()
{
    m_settling.stop();
    if (!m_recipe.fault().isEmpty()) {
        Q_EMIT said(m_recipe.fault());
        return false;
    }
    m_isTaking = true;
    m_session.setExperiment(m_recipe.draft());
    m_isTaking = false;
    return true;
}

void RecipeController::runRecipe()
{
    if (take())
        Q_EMIT runRequested();
}

// The draft becomes a variant, and the recipe is again what is on the bench: both are one to undo.
void RecipeController::runBeside()
{
    const Experiment& present = m_session.experiment();
    const auto chains = std::max<std::int64_t>(1, present.chains);
    const auto wider =
        withVariant(present, static_cast<std::size_t>(m_scene.chain() / chains), m_recipe.draft());
    if (!wider) {
        Q_EMIT said(engineSentence(wider.error().message));
        return;
    }
    m_recipe.change(*wider, tr("variant beside"));
    if (!take())
        return;
    Q_EMIT variantMade(wider->variants.size() - 1);
    Q_EMIT runRequested();
}

void RecipeController::runWithSeed(std::uint64_t seed)
{
    if (const auto taken = m_recipe.set(*findField("seed"), seed); !taken) {
        Q_EMIT said(engineSentence(taken.error().message));
        return;
    }
    runRecipe();
}

void RecipeController::reset()
{
    if (take())
        return;
    m_isTaking = true;
    m_session.reset();
    m_isTaking = false;
    Q_EMIT said(m_recipe.fault());
}

void RecipeController::saveExperiment()
{
    if (!m_recipe.fault().isEmpty()) {
        Q_EMIT said(m_recipe.fault());
        return;
    }
    const QString path = askWhereTo(&m_window, tr("Save experiment as"), tr("experiment.json"),
                                    tr("Experiments (*.json)"), QStringLiteral("json"));
    if (!path.isEmpty())
        writeExperiment(path);
}

bool RecipeController::writeExperiment(const QString& path)
{
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(toText(withWholePath(m_recipe.draft())));
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    if (!isWritten)
        Q_EMIT said(tr("%1 could not be written: %2.").arg(path, file.errorString()));
    return isWritten;
}

} // namespace hareloom::ui
