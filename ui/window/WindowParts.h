// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/stage/StageLook.h"
#include "ui/stage/StageScene.h"
#include "ui/theme/ThemeControl.h"
#include "ui/window/Actions.h"

#include <QMainWindow>

#include <memory>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

class AddressController;
class BranchController;
class CatalogueController;
class ComparisonController;
class CopyController;
class ExportController;
class FileController;
class FilmController;
class GalleryController;
class GenerationCursor;
class Laboratory;
class LessonController;
class MechanismController;
class MessageBar;
class OrderController;
class PickController;
class PlaybackController;
class PresenterController;
class RecipeController;
class RunGuard;
class SaveController;
class SweepController;
class ViewController;
class VitalsController;

/// What the window is made of: its pages and controllers, each told of the parts that it needs. They are
/// connected and put in their places by MainWindow.
class WindowParts
{
protected:
    /// `window` is their parent; `themes` outlives them.
    WindowParts(QMainWindow& window, ThemeControl& themes, std::unique_ptr<LabSession> session);
    ~WindowParts() = default;

    GenerationCursor& cursor();

    ThemeControl& m_themes;
    std::unique_ptr<LabSession> m_bench;
    LabSession& m_session;
    StageScene m_scene;
    StageLook m_look;
    Actions m_actions;

    // The pages and the controllers are children of the window, made in the order in which they need each
    // other.
    MessageBar* m_messages; // what went wrong
    MessageBar* m_offers;   // what can be done next
    QStackedWidget* m_pages;
    RunGuard* m_guard;
    PlaybackController* m_playback;
    Laboratory* m_laboratory;
    ComparisonController* m_comparing;
    ViewController* m_view;
    SaveController* m_saves;
    FileController* m_files;
    GalleryController* m_gallery;
    OrderController* m_order;
    PresenterController* m_presenter;
    ExportController* m_exports;
    FilmController* m_films;
    SweepController* m_sweeps;
    VitalsController* m_vitals;
    RecipeController* m_recipes;
    BranchController* m_branches;
    PickController* m_picks;
    MechanismController* m_mechanism;
    CatalogueController* m_catalogue;
    LessonController* m_lessons;
    AddressController* m_addresses;
    CopyController* m_copies;
};

} // namespace hareloom::ui
