// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playback/GenerationCursor.h"
#include "ui/session/LabSession.h"

namespace hareloom::ui {

struct Actions;

/// Runs the experiment on the bench and moves the cursor through its generations: what the Run menu does.
class PlaybackController : public QObject
{
    Q_OBJECT
public:
    /// `session` and `actions` outlive this.
    PlaybackController(LabSession& session, const Actions& actions, QObject* parent);

    GenerationCursor& cursor() { return m_cursor; }
    /// From the beginning, or on from where the run was paused or stopped; the cursor follows it.
    void run();
    /// The same, but the cursor comes back to the generation that it shows now: a setting is being turned.
    void rerun(int shown);

Q_SIGNALS:
    /// The user wants the run to begin or to go on: run() is the answer, once what is typed has been taken
    /// in.
    void runRequested();

private:
    void connectRun();
    void connectCursor();
    void runOrPause();
    void step();
    void loopFrom();
    void loopTo();
    void showKept();

    LabSession& m_session;
    const Actions& m_actions;
    GenerationCursor m_cursor;
    int m_kept = -1; // to be shown as soon as it is there; -1: nothing is
};

} // namespace hareloom::ui
