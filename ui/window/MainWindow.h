// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/Filmstrip.h"
#include "ui/gallery/RecentSessions.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/session/LabSession.h"
#include "ui/stage/StageView.h"
#include "ui/theme/ThemeControl.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/Actions.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

class CatalogueDialog;
class Comparing;
class FamilyRail;
class FanTheory;
class Forecast;
class Gallery;
class Header;
class MessageBar;
class PresenterView;
class Recipe;
class RecipeDrawer;
class StatusStrip;
class Transport;
class VitalsWiring;
struct Figure;
struct ExportMaterial;
struct Report;
enum class ExportWhat;

/// The laboratory: puts session, cursor and views together. Everything they do is in their own files.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `themes` outlives this.
    explicit MainWindow(ThemeControl& themes, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// A session file, an experiment file or a preset's id. What cannot be opened is said in the message bar,
    /// and what was there stays.
    bool open(const QString& what);
    bool openFile(const QString& path);
    bool openPreset(const QString& id);
    void run();
    /// Shows the window where it was left, or maximised where the screen has no room for its first size.
    void showFirst();
    /// The first screen; what is on the bench stays there and goes on.
    void showGallery();
    void showLaboratory();
    bool isGalleryShown() const;
    /// Writes the recipe as an experiment; what went wrong is said in the message bar.
    bool writeExperiment(const QString& path);
    /// One sentence in the message bar.
    void say(const QString& sentence);

    LabSession& session() { return m_session; }
    GenerationCursor& cursor() { return m_cursor; }
    const Actions& actions() const { return m_actions; }
    RecentSessions& recents() { return m_recents; }
    Comparing& comparing() { return *m_comparing; }
    QString message() const;
    Recipe& recipe() { return *m_recipe; }
    RecipeDrawer& drawer() { return *m_drawer; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // MainWindow.cpp
    QWidget* makeCentre();
    QLayout* makeLayout(QWidget* centre);
    void applyTheme(const Theme& theme);
    void adaptActions();
    void connectStage(); // StageControls.cpp
    // GalleryWiring.cpp
    void connectPages();
    void makeGallery();
    void present(bool on);
    void showPresentation();
    QString experimentTitle() const;
    void remember(const QString& path);
    void rememberRun();
    void tidyRecordings() const;
    void clockRun(RunState state);
    void nameFile(const QString& path);
    void showTitle();
    // Wiring.cpp
    void connectSession();
    void connectPlayback();
    void connectControls();
    void connectActions();
    void connectViewActions();
    void connectVitals(); // VitalsWiring.cpp
    void showExperiment();
    void takeGenerations();
    void offerModes();
    void chooseChain(int chain);
    void chooseMode(int mode);
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
    bool openOwn(const QString& path);
    bool openData(const QString& path);
    void askForData();
    // Files.cpp
    void connectFileActions();
    void askForFile();
    void saveSession();
    void saveSessionAs();
    void saveTo(const QString& path);
    QString askWhereTo(const QString& title, const QString& name, const QString& filter);
    // ComparingWiring.cpp
    void connectComparing();
    void askForComparison();
    int generationsToShow() const;
    // Catalogue.cpp
    void connectCatalogue();
    CatalogueDialog& catalogue();
    // Exporting.cpp
    void connectExport();
    void showExport(ExportWhat what);
    void exportChart(const Figure& figure, const QString& name);
    void askExport(ExportMaterial material, ExportWhat what);
    ExportMaterial exportMaterial(int shown);
    std::function<Report()> reportMaker(ChainIndex chain, int shown);
    void copyFigure(const Figure& figure);
    Figure stageFigure(int shown);
    Figure vitalsFigure();

    ThemeControl& m_themes;
    LabSession m_session;
    GenerationCursor m_cursor;
    RealRows m_realRows;
    StageScene m_scene;
    StageLook m_look;
    Actions m_actions;
    QString m_presetId;
    RecentSessions m_recents;
    QString m_remembered;          // the run's recording, once the gallery knows of it
    QString m_file;                // that the user opened or saved; empty: only the recording
    std::size_t m_linksInFile = 0; // generations that it holds
    bool m_hasExperiment = false;  // false until something was opened
    Qt::WindowStates m_stateBefore;
    bool m_isAsLeft = false; // its place on the screen is that of the last time

    QStackedWidget* m_pages;
    QWidget* m_laboratory;
    Gallery* m_gallery = nullptr;           // made when first shown
    PresenterView* m_presenter = nullptr;   // while presenting
    CatalogueDialog* m_catalogue = nullptr; // made when first shown
    bool m_isTakingRecipe = false;

    FamilyRail* m_rail;
    Header* m_header;
    Transport* m_transport;
    MessageBar* m_messages;
    StageView* m_stage;
    VitalsColumn* m_vitals;
    Filmstrip* m_filmstrip;
    StatusStrip* m_status;
    VitalsWiring* m_vitalsWiring;
    FanTheory* m_fanTheory;
    Comparing* m_comparing;
    Recipe* m_recipe;
    RecipeDrawer* m_drawer;
    Forecast* m_forecast;
    QTimer* m_recipeTimer;
    QElapsedTimer m_runClock; // valid while a run goes on from its beginning without a pause
};

} // namespace hareloom::ui
