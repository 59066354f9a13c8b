// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/Forecast.h"
#include "ui/recipe/Recipe.h"
#include "ui/session/LabSession.h"
#include "ui/theme/Theme.h"

#include <QTimer>

namespace hareloom::ui {

struct Actions;
class GenerationCursor;
class LiveRuns;
class MakeRoom;
class RecipeDrawer;
class StageScene;

/// The recipe beside the stage: a draft of the experiment on the bench. Before a run a change goes to the
/// bench as soon as the user stops typing; once there are generations they keep the recipe that made them,
/// and it waits for the next run.
class RecipeController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        LabSession& session;
        const Actions& actions;
        QWidget& window;
        QWidget& page;   // that the drawer is a child of
        QWidget& vitals; // hidden where there is no room for both
        const StageScene& scene; // whose chain is the present one
        const GenerationCursor& cursor;
    };

    /// All parts outlive this. The drawer is open when it was so the last time.
    explicit RecipeController(const Parts& parts);
    ~RecipeController() override;

    Recipe& recipe() { return m_recipe; }
    RecipeDrawer& drawer() { return *m_drawer; }
    void setTheme(const Theme& theme);
    /// Whether there is room for the drawer at all.
    void setAvailable(bool on);

    /// What was typed last goes to the bench now. False when it cannot run, which is said.
    bool settle();
    /// Another seed, and run.
    void runWithSeed(std::uint64_t seed);
    /// Writes the recipe as an experiment. False when it could not, which is said.
    bool writeExperiment(const QString& path);

Q_SIGNALS:
    void said(const QString& sentence);
    /// The recipe is on the bench and should run.
    void runRequested();
    /// The recipe runs beside what was on the bench: this variant is the new one.
    void variantMade(std::size_t variant);
    /// The same while a setting is turned: the view stays at generation `shown`.
    void rerunRequested(int shown);
    /// The user wants to choose a table, a text or images.
    void dataRequested();
    /// The drawer is closed: the keyboard has nowhere to be.
    void closed();

private:
    void connectBench();
    void connectDrawer();
    void connectActions();
    void show(bool open);
    void adapt();
    void adaptUndo();
    bool take();
    bool isTurned() const;
    void runRecipe();
    void runBeside();
    void reset();
    void saveExperiment();

    LabSession& m_session;
    const StageScene& m_scene;
    const Actions& m_actions;
    QWidget& m_window;
    Recipe m_recipe;
    RecipeDrawer* m_drawer;
    MakeRoom* m_room;
    Forecast m_forecast;
    QTimer m_settling; // active while a change waits for the end of the typing
    LiveRuns* m_live;
    bool m_isTaking = false;
};

} // namespace hareloom::ui
