// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace hareloom::ui {

class GenerationCursor;

/// Where a whole run takes no longer than a look, it follows a slider while it moves: each value is run as
/// soon as the run before it is over. Where it takes some seconds, and a generation no longer than a glance,
/// each value is run as soon as the first generation of the one before is seen. What passes by is not
/// recorded; what stays is run once more, and recorded. GUI thread.
class LiveRuns : public QObject
{
    Q_OBJECT
public:
    /// `take` puts the recipe on the bench; false when it cannot run. `session` and `cursor` outlive this.
    LiveRuns(LabSession& session, const GenerationCursor& cursor, std::function<bool()> take,
             QObject* parent);

    /// The last whole run took less than a look, or some seconds with quick generations.
    bool isQuick() const;
    /// The recipe has changed: run it as soon as can be.
    void request();

Q_SIGNALS:
    /// What is on the bench should run; the view stays at generation `shown`.
    void rerunRequested(int shown);

private:
    bool hasQuickGenerations() const;
    bool isSeen() const;
    void clock(RunState state);
    void runNow();
    void runForGood();

    LabSession& m_session;
    const GenerationCursor& m_cursor;
    std::function<bool()> m_take;
    QElapsedTimer m_clock;              // since the run began; not valid while none goes on
    qint64 m_lastMs = -1;               // how long the last whole run took; -1: none has ended
    std::int64_t m_lastGenerations = 0; // of that run
    QTimer m_soon, m_afterwards;
    int m_shown = 0;
};

} // namespace hareloom::ui
