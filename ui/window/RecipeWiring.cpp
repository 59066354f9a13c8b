// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentJson.h"
#include "ui/recipe/Forecast.h"
#include "ui/recipe/Recipe.h"
#include "ui/recipe/RecipeDrawer.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"

#include <QAction>
#include <QEvent>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QTimer>
#include <QUndoStack>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr auto kOpenKey = "recipe/open";
constexpr int kSettleMs = 300; // until what is typed is put on the bench

// A relative path starts at the experiment's own folder, which will be another.
Experiment withWholePath(Experiment experiment)
{
    if (!experiment.source.path.empty() && !experiment.baseFolder.empty() &&
        QFileInfo(QString::fromStdString(experiment.source.path)).isRelative())
        experiment.source.path = experiment.baseFolder + '/' + experiment.source.path;
    return experiment;
}

/// In a narrow window (a projector at 200%) the vital signs make room for the stage while the recipe is open.
class MakeRoom : public QObject
{
public:
    MakeRoom(QWidget& window, QWidget& drawer, QWidget& vitals)
        : QObject(&window), m_window(window), m_drawer(drawer), m_vitals(vitals)
    {
        window.installEventFilter(this);
        drawer.installEventFilter(this);
    }

    /// Before the drawer is shown: afterwards the window would have grown to hold both.
    void open()
    {
        m_isOpen = true;
        decide();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == &m_drawer && event->type() == QEvent::HideToParent)
            m_isOpen = false;
        if (event->type() == QEvent::Resize || event->type() == QEvent::HideToParent)
            decide();
        return QObject::eventFilter(watched, event);
    }

private:
    void decide()
    {
        const bool isNarrow = m_isOpen && m_window.width() < kNarrow * std::clamp(fontScale(), 1.0, 1.6);
        if (isNarrow == m_hasHidden || (isNarrow && m_vitals.isHidden()))
            return; // whoever else hid them shows them again
        m_hasHidden = isNarrow;
        m_vitals.setVisible(!isNarrow);
    }

    static constexpr int kNarrow = 1160;

    QWidget &m_window, &m_drawer, &m_vitals;
    bool m_isOpen = false, m_hasHidden = false;
};

} // namespace

void MainWindow::connectRecipe()
{
    m_recipeTimer->setSingleShot(true);
    m_recipeTimer->setInterval(kSettleMs);
    m_recipe->load(m_session.experiment());
    connect(m_recipeTimer, &QTimer::timeout, this, [this] { takeRecipe(); });
    connect(m_recipe, &Recipe::changed, this, &MainWindow::adaptRecipe);
    connect(&m_session, &LabSession::stateChanged, this, &MainWindow::adaptRecipe);
    connect(&m_session, &LabSession::experimentChanged, this, [this] {
        if (!m_isTakingRecipe)
            m_recipe->load(m_session.experiment());
        adaptRecipe();
    });
    connect(m_drawer, &RecipeDrawer::runRequested, this, &MainWindow::runRecipe);
    connect(m_drawer, &RecipeDrawer::dataRequested, this, &MainWindow::askForData);
    connect(m_drawer, &RecipeDrawer::closeRequested, m_actions.recipe, [this] {
        m_actions.recipe->setChecked(false);
        m_stage->setFocus();
    });
    connect(m_forecast, &Forecast::ready, m_drawer, &RecipeDrawer::setForecast);
    connectRecipeActions();
    auto* room = new MakeRoom(*this, *m_drawer, *m_vitals);
    const bool isOpen = QSettings().value(kOpenKey, false).toBool();
    if (isOpen)
        room->open();
    m_drawer->setVisible(isOpen);
    m_actions.recipe->setChecked(isOpen);
    connect(m_actions.recipe, &QAction::toggled, room, [room](bool open) {
        if (open)
            room->open();
    });
    connect(m_actions.recipe, &QAction::toggled, this, &MainWindow::showRecipe);
}

void MainWindow::connectRecipeActions()
{
    const Actions& a = m_actions;
    QUndoStack* stack = m_recipe->undoStack();
    const auto undo = [this, stack] {
        m_recipe->endTyping();
        stack->undo();
    };
    connect(a.undo, &QAction::triggered, this, undo);
    connect(a.redo, &QAction::triggered, stack, &QUndoStack::redo);
    const auto adapt = [this, stack] {
        m_actions.undo->setEnabled(stack->canUndo());
        m_actions.redo->setEnabled(stack->canRedo());
        m_actions.undo->setText(stack->canUndo() ? tr("&Undo %1").arg(stack->undoText()) : tr("&Undo"));
        m_actions.redo->setText(stack->canRedo() ? tr("&Redo %1").arg(stack->redoText()) : tr("&Redo"));
    };
    connect(stack, &QUndoStack::indexChanged, this, adapt);
    adapt();
    connect(a.saveExperiment, &QAction::triggered, this, &MainWindow::saveExperiment);
}

void MainWindow::showRecipe(bool open)
{
    QSettings().setValue(kOpenKey, open);
    m_drawer->setVisible(open);
    adaptRecipe();
    if (open)
        m_drawer->takeFocus();
    else if (!m_stage->hasFocus())
        m_stage->setFocus();
}

// Before a run a change shows at once; once there are generations, they keep the recipe that made them.
void MainWindow::adaptRecipe()
{
    const bool isPending = !isSameRecipe(m_recipe->draft(), m_session.experiment());
    const bool isFree = m_session.state() == RunState::Ready;
    m_drawer->setPending(isPending && !isFree);
    if (isPending && isFree && m_recipe->fault().isEmpty())
        m_recipeTimer->start();
    else
        m_recipeTimer->stop();
    m_forecast->stop();
    // A run under way would be measured with it.
    if (!m_drawer->isHidden() && !m_session.isRunning() && m_recipe->fault().isEmpty())
        m_forecast->measure(m_recipe->draft());
}

// Puts the recipe on the bench. False when it cannot run, which is said.
bool MainWindow::takeRecipe()
{
    m_recipeTimer->stop();
    if (!m_recipe->fault().isEmpty()) {
        say(m_recipe->fault());
        return false;
    }
    m_isTakingRecipe = true;
    m_session.setExperiment(m_recipe->draft());
    m_isTakingRecipe = false;
    return true;
}

void MainWindow::runRecipe()
{
    if (takeRecipe())
        run();
}

void MainWindow::resetRun()
{
    if (takeRecipe())
        return;
    m_isTakingRecipe = true;
    m_session.reset();
    m_isTakingRecipe = false;
    say(m_recipe->fault());
}

void MainWindow::saveExperiment()
{
    if (!m_recipe->fault().isEmpty()) {
        say(m_recipe->fault());
        return;
    }
    QString path = askWhereTo(tr("Save experiment as"), tr("experiment.json"), tr("Experiments (*.json)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".json");
    writeExperiment(path);
}

bool MainWindow::writeExperiment(const QString& path)
{
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(toText(withWholePath(m_recipe->draft())));
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    if (!isWritten)
        say(tr("%1 could not be written: %2.").arg(path, file.errorString()));
    return isWritten;
}

} // namespace hareloom::ui
