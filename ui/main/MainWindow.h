// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/Filmstrip.h"
#include "ui/main/Actions.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/session/LabSession.h"
#include "ui/stage/StageView.h"
#include "ui/theme/ThemeControl.h"
#include "ui/vitals/VitalsColumn.h"

#include <QMainWindow>
#include <QTimer>

namespace hareloom::ui {

class FamilyRail;
class Forecast;
class Header;
class MessageBar;
class Recipe;
class RecipeDrawer;
class StatusStrip;
class Transport;
struct Figure;

/// The laboratory: puts session, cursor and views together. Everything they do is in their own files.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `themes` outlives this.
    explicit MainWindow(ThemeControl& themes, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// What theory expects, drawn dashed in the vital signs. Set before anything is opened.
    void setTheory(TheoryCurve theory);
    /// Where collapse begins, marked on the filmstrip.
    void setCollapseMarker(CollapseMarker marker);

    /// A session file, an experiment file or a preset's id. What cannot be opened is said in the message bar,
    /// and what was there stays.
    bool open(const QString& what);
    bool openFile(const QString& path);
    bool openPreset(const QString& id);
    void run();
    /// Writes the recipe as an experiment; what went wrong is said in the message bar.
    bool writeExperiment(const QString& path);
    /// One sentence in the message bar.
    void say(const QString& sentence);

    LabSession& session() { return m_session; }
    GenerationCursor& cursor() { return m_cursor; }
    const Actions& actions() const { return m_actions; }
    QString message() const;
    Recipe& recipe() { return *m_recipe; }
    RecipeDrawer& drawer() { return *m_drawer; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // MainWindow.cpp
    QLayout* makeLayout(QWidget* centre);
    void applyTheme(const Theme& theme);
    void adaptActions();
    // Wiring.cpp
    void connectSession();
    void connectPlayback();
    void connectControls();
    void connectActions();
    void connectViewActions();
    void showExperiment();
    void takeGenerations();
    void offerModes();
    void chooseChain(int chain);
    void chooseMode(int mode);
    void setOptions(const StageOptions& options);
    void runOrPause();
    void runWithSeed(std::uint64_t seed);
    // RecipeWiring.cpp
    void connectRecipe();
    void connectRecipeActions();
    void showRecipe(bool open);
    void adaptRecipe();
    bool takeRecipe();
    void runRecipe();
    void resetRun();
    void saveExperiment();
    // OpenData.cpp
    bool openData(const QString& path);
    void askForData();
    // Files.cpp
    void connectFileActions();
    void askForFile();
    void saveSession();
    void exportFigure(const Figure& figure, const QString& name);
    void exportMetrics();
    void copyFigure(const Figure& figure);
    Figure stageFigure();
    Figure vitalsFigure();
    QString askWhereTo(const QString& title, const QString& name, const QString& filter);

    ThemeControl& m_themes;
    LabSession m_session;
    GenerationCursor m_cursor;
    RealRows m_realRows;
    StageScene m_scene;
    Actions m_actions;
    CollapseMarker m_marker;
    QString m_presetId;
    bool m_isTakingRecipe = false;

    FamilyRail* m_rail;
    Header* m_header;
    Transport* m_transport;
    MessageBar* m_messages;
    StageView* m_stage;
    VitalsColumn* m_vitals;
    Filmstrip* m_filmstrip;
    StatusStrip* m_status;
    Recipe* m_recipe;
    RecipeDrawer* m_drawer;
    Forecast* m_forecast;
    QTimer* m_recipeTimer;
};

} // namespace hareloom::ui
