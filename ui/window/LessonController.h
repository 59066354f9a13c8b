// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lesson/LessonPlayer.h"
#include "ui/session/LabSession.h"
#include "ui/window/WindowPlace.h"

#include <QObject>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
class GenerationCursor;
class Laboratory;
class LessonPanel;
class RecipeController;
class StageScene;
class RunGuard;
class StageLook;
struct Theme;

/// A lesson in the window: puts each step's experiment on the bench, shows of the window what the step shows
/// and of the run no more than the step says, and hands the run to the lesson. GUI thread.
class LessonController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        LabSession& session;
        const RunGuard& guard;
        GenerationCursor& cursor;
        StageScene& scene;
        StageLook& look;
        Actions& actions;
        Laboratory& laboratory;
        RecipeController& recipes;
        QMainWindow& window;
    };

    /// All parts outlive this.
    explicit LessonController(const Parts& parts);
    ~LessonController() override;

    /// Asks what becomes of the experiment on the bench, in a lesson made for it, and hides what is to come
    /// until that is answered or skipped.
    void ask();
    /// A shipped lesson by its id, or a folder. What is wrong with it is said, and nothing changes.
    bool start(const QString& place);
    /// Where the learner is, for a window that takes this one's place over the same bench.
    LessonPlace standing() const;
    /// Goes on there, with the run on the bench, in the language of now.
    void resume(const LessonPlace& place);
    /// The run on the bench was saved: the answers that belong to it are kept beside that file, too, from now
    /// on.
    void keepBeside(const QString& session);
    /// Ends the lesson on the screen; it goes on from here the next time.
    void leave();
    bool isOn() const { return m_player != nullptr; }
    LessonPlayer* player() const { return m_player.get(); }
    LessonPanel& panel() { return *m_panel; }
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void said(const QString& sentence);
    /// The laboratory should be in sight.
    void started();
    void left();
    /// Another lesson is wanted.
    void moreRequested();
    void runRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Result<Lesson> lessonAt(const QString& place) const;
    void begin(Lesson lesson, LessonAnswers answers, const QString& path);
    void fillMenu();
    void openFolder();
    void showStep();
    void putOnBench();
    bool takeRecording(const Experiment& experiment);
    void rememberPlace();
    void showExpected();
    void adaptViews();
    void tellPicture();
    void takeGenerations();
    void takeState(RunState state);
    bool shows(std::string_view view) const;

    Parts m_parts;
    LessonPanel* m_panel;
    std::unique_ptr<LessonPlayer> m_player;
    QString m_place;           // as start() took it; empty: of the experiment on the bench
    QString m_answered;        // the answers to the run on the bench; empty: it is of no lesson
    std::string m_onBench;     // the experiment, and what was changed in it
    std::vector<int> m_taken;  // generations of each chain that the lesson has
    bool m_isPutting = false;  // the bench is given the step's experiment
    bool m_hidFuture = false;  // before the lesson
    double m_speedBefore = 10; // of the cursor
};

} // namespace hareloom::ui
