// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"

#include <QObject>

#include <functional>

namespace hareloom::ui {

/// Asks before something else takes the place of a run whose unfinished generations have cost more than a
/// moment's work. What is finished is never lost. GUI thread.
class RunGuard : public QObject
{
    Q_OBJECT
public:
    /// Whether to end the run, by the sentence that says what is lost.
    using Ask = std::function<bool(const QString& sentence)>;
    /// Milliseconds from any beginning.
    using Clock = std::function<qint64()>;

    /// `session` outlives this.
    RunGuard(const LabSession& session, Ask ask, Clock clock, QObject* parent = nullptr);

    /// True at once where little is lost, else as the answer is.
    bool mayEnd() const;
    /// Of work since the last generation was finished, in seconds; 0 while nothing is under way.
    double secondsAtStake() const;

private:
    void count();

    const LabSession& m_session;
    Ask m_ask;
    Clock m_clock;
    qint64 m_worked = 0; // ms, before m_since
    qint64 m_since = -1; // when the engine last went on; -1: it rests
};

/// Asks in a dialog over the window.
RunGuard::Ask askOver(QWidget& window);
/// The time since it was made.
RunGuard::Clock runningClock();

} // namespace hareloom::ui
