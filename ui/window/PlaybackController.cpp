// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/PlaybackController.h"

#include "ui/window/Actions.h"

#include <QAction>

#include <utility>

namespace hareloom::ui {

PlaybackController::PlaybackController(LabSession& session, const Actions& actions, QObject* parent)
    : QObject(parent), m_session(session), m_actions(actions)
{
    connectRun();
    connectCursor();
}

void PlaybackController::connectRun()
{
    const Actions& a = m_actions;
    connect(a.runOrPause, &QAction::triggered, this, &PlaybackController::runOrPause);
    connect(a.step, &QAction::triggered, this, &PlaybackController::step);
    connect(a.stop, &QAction::triggered, &m_session, &LabSession::stop);
    connect(&m_cursor, &GenerationCursor::countChanged, this, &PlaybackController::showKept);
    connect(&m_session, &LabSession::stateChanged, this, &PlaybackController::showKept);
}

void PlaybackController::connectCursor()
{
    const Actions& a = m_actions;
    connect(a.playback, &QAction::triggered, this,
            [this] { m_cursor.isMoving() ? m_cursor.pause() : m_cursor.play(); });
    connect(a.loop, &QAction::toggled, &m_cursor, &GenerationCursor::setLoops);
    connect(a.loopFrom, &QAction::triggered, this, &PlaybackController::loopFrom);
    connect(a.loopTo, &QAction::triggered, this, &PlaybackController::loopTo);
    connect(a.loopAll, &QAction::triggered, &m_cursor, &GenerationCursor::clearRange);
    connect(a.previous, &QAction::triggered, this, [this] { m_cursor.stepBy(-1); });
    connect(a.next, &QAction::triggered, this, [this] { m_cursor.stepBy(1); });
    connect(a.first, &QAction::triggered, this, [this] { m_cursor.show(0); });
    connect(a.last, &QAction::triggered, this, [this] { m_cursor.show(m_cursor.count() - 1); });
    connect(a.hideFuture, &QAction::toggled, &m_cursor, &GenerationCursor::setFutureHidden);
    connect(a.reducedMotion, &QAction::toggled, &m_cursor, &GenerationCursor::setReducedMotion);
}

void PlaybackController::run()
{
    m_kept = -1;
    m_session.start();
    m_cursor.follow();
}

void PlaybackController::rerun(int shown)
{
    m_kept = shown;
    m_session.start();
}

void PlaybackController::showKept()
{
    const bool isThere = m_cursor.count() > m_kept || m_session.state() == RunState::Finished;
    if (m_kept < 0 || !isThere)
        return;
    m_cursor.show(std::exchange(m_kept, -1));
}

void PlaybackController::runOrPause()
{
    if (m_session.isRunning()) {
        m_session.pause();
        m_cursor.pause();
    } else if (m_session.state() != RunState::Finished)
        Q_EMIT runRequested();
    else if (m_cursor.isMoving())
        m_cursor.pause();
    else
        m_cursor.play();
}

void PlaybackController::step()
{
    m_session.step();
    m_cursor.follow();
}

void PlaybackController::loopFrom()
{
    const int shown = m_cursor.shown(), last = m_cursor.rangeLast();
    m_cursor.setRange(shown, last > shown ? last : m_cursor.count() - 1);
}

void PlaybackController::loopTo()
{
    const int shown = m_cursor.shown(), first = m_cursor.rangeFirst();
    m_cursor.setRange(first < shown ? first : 0, shown);
}

} // namespace hareloom::ui
