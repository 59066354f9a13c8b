// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/WindowParts.h"
#include "ui/window/WindowPlace.h"

namespace hareloom::ui {

class LanguageControl;

/// The window: has its parts put in their places, and connects them. What each of them does is in its own
/// file.
class MainWindow : public QMainWindow, private WindowParts
{
    Q_OBJECT
public:
    /// `themes` outlives this, and so does `languages`, without which none can be chosen.
    explicit MainWindow(ThemeControl& themes, LanguageControl* languages = nullptr);
    /// The same in the place of a window that has left it: its run is on the bench and goes on.
    MainWindow(ThemeControl& themes, LanguageControl* languages, WindowPlace place);

    /// Hands everything over to a window that takes the place of this one, which is of no use afterwards but to be deleted.
    WindowPlace leave();

    /// A session file, an experiment file or a preset's id. What cannot be opened is said in the message bar,
    /// and what was there stays.
    bool open(const QString& what);
    void run();
    /// Shows the window where it was left, or maximised where the screen has no room for its first size.
    void showFirst();
    /// The first screen; what is on the bench stays there and goes on.
    void showGallery();
    void showLaboratory();
    bool isGalleryShown() const;
    bool isLaboratoryShown() const;
    /// Puts a chain on the stage, looked at in this way; its real data are known already.
    void lookAt(ChainIndex chain, const StageOptions& options, const RealData& real);
    /// One sentence in the message bar.
    void say(const QString& sentence);
    QString message() const;

    LabSession& session() { return m_session; }
    using WindowParts::cursor;
    const Actions& actions() const { return m_actions; }
    FileController& files() { return *m_files; }
    SaveController& saves() { return *m_saves; }
    RecipeController& recipes() { return *m_recipes; }
    ComparisonController& comparing() { return *m_comparing; }
    LessonController& lessons() { return *m_lessons; }
    AddressController& addresses() { return *m_addresses; }
    CopyController& copies() { return *m_copies; }
    MechanismController& mechanism() { return *m_mechanism; }
    FilmController& films() { return *m_films; }
    SweepController& sweeps() { return *m_sweeps; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void connectSession();
    void connectPages();
    void connectWhatIsSaid();
    void connectRuns();
    void connectFiles();
    void connectViews();
    void connectLessons();
    void applyTheme(const Theme& theme);
    void adaptActions();
    void showTitle();

    MainWindow(ThemeControl& themes, LanguageControl* languages, std::unique_ptr<LabSession> session);
    void settleIn(const WindowPlace& place);

    bool m_isAsLeft = false; // its place on the screen is that of the last time
};

} // namespace hareloom::ui
