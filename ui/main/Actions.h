// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/theme/ThemeControl.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QActionGroup;
class QMenuBar;
class QWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Everything that the window can do, with its key: the menus, the transport and the keyboard share these.
struct Actions
{
    /// Made as children of `window`, with their keys active in it.
    explicit Actions(QWidget* window);

    QAction *openFile, *save, *exportStage, *exportVitals, *exportMetrics, *quit;
    QAction *copyStage, *copyVitals;
    QAction *openData, *saveExperiment, *undo, *redo, *recipe;
    QAction *lockAxes, *logScale, *reducedMotion, *fullScreen;
    QActionGroup *modes, *themes;
    QAction *runOrPause, *run, *step, *stop, *reset, *reshuffle;
    QAction *playback, *loop, *previous, *next, *first, *last;
    QAction *help, *about;

    void fillMenuBar(QMenuBar* bar) const;
    /// Words, icons and availability for what the session can do now.
    void adapt(RunState state, bool hasGenerations, bool isPlaying);
    void setTheme(const Theme& theme);

private:
    void makeFileActions(QWidget* window);
    void makeViewActions(QWidget* window);
    void makeRunActions(QWidget* window);
    void makeRecipeActions(QWidget* window);

    const Theme* m_theme = &lightTheme();
    RunState m_state = RunState::Ready;
    bool m_isPlaying = false;
};

} // namespace hareloom::ui
