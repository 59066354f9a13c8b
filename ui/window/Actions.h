// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/theme/ThemeControl.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;
class QWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Everything that the window can do, with its key: the menus, the transport and the keyboard share these.
struct Actions
{
    /// Made as children of `window`, with their keys active in it.
    explicit Actions(QWidget* window);

    QAction *gallery, *openFile, *openOrder, *orderNext, *orderBack, *save, *saveAs, *preferences,
        *exportStage, *exportVitals, *exportMetrics, *exportFilm, *exportPage, *quit;
    QAction *copyStage, *copyVitals;
    QAction *openAddress, *copyAddress, *showQr;
    QList<QAction*> copyAs; // their data(): a CopyAs of CopyController.h
    QAction *lockAxes, *logScale, *reducedMotion, *fullScreen, *presenter, *presentFirst;
    QAction *nextChain, *previousChain, *faster, *slower;
    QAction *chooseVitals, *dataTable;
    QAction *vary, *sweep; // sweep: back to the sweep that the run on the bench is a point of
    QAction *compare, *compareBefore, *compareWith, *compareFiles, *leaveComparison;
    QAction* catalogue;
    QAction *openData, *openFolder, *saveExperiment, *undo, *redo, *recipe;
    QActionGroup *modes, *themes;
    QList<QAction*> stage; // what the stage itself can do: zoom, read values
    QAction *runOrPause, *run, *step, *slowStep, *stop, *reset, *reshuffle, *branch, *pick;
    QAction *pauseAtEvents, *hideFuture;
    QAction *playback, *loop, *previous, *next, *first, *last;
    QAction *loopFrom, *loopTo, *loopAll;
    QAction *help, *documentation, *literature, *glossary, *shortcuts, *about;

    QAction* expect;
    QAction *worksheet, *classAnswers;
    QMenu* lessons; // filled when it is shown

    void fillMenuBar(QMenuBar* bar) const;
    /// Words, icons and availability for what the session can do now. `isMoving`, `isAtEnd`: the cursor's.
    void adapt(RunState state, bool hasGenerations, bool isMoving, bool isAtEnd);
    /// Those that mean nothing while the gallery is shown.
    QList<QAction*> laboratory() const;
    /// Those that would put another run in the place of a lesson's, or show what is still to be predicted.
    QList<QAction*> lockedInLesson() const;
    void setTheme(const Theme& theme);

private:
    QList<QAction*> bench() const;
    void makeFileActions(QWidget* window);
    void makeCopyActions(QWidget* window);
    void makeViewActions(QWidget* window);
    void makeRunActions(QWidget* window);
    void makePlaybackActions(QWidget* window);
    void adaptPlayback(RunState state, bool isMoving, bool isAtEnd);
    void makeRecipeActions(QWidget* window);

    const Theme* m_theme = &lightTheme();
};

} // namespace hareloom::ui
